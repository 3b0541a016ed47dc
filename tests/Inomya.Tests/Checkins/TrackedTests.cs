using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Tests.Medicines;

namespace Inomya.Tests.Checkins;

/// <summary>What a person chose to be asked first.</summary>
public class TrackedTests
{
    private static readonly MeasureCatalogue Catalogue = new(Shelf.Content);
    private static readonly MeasureList Measures = MeasureList.Of(Catalogue, []);

    private static bool IsAsked(string measure, string? setting) =>
        Tracked.Is(
            Measures.Find(measure)!,
            setting is null ? new Dictionary<SettingKey, string>() : new() { [Tracked.Setting] = setting }
        );

    [Fact]
    public void Without_a_choice_all_are_asked_and_with_one_only_those()
    {
        Assert.True(IsAsked("stress", null));
        Assert.True(IsAsked("pain", "pain sleep_quality"));
        Assert.False(IsAsked("stress", "pain sleep_quality"));
        // what is not of every day is never left out by it
        Assert.True(IsAsked("fog", "pain"));
    }

    [Fact]
    public void A_choice_of_nothing_or_of_what_is_not_there_asks_all()
    {
        Assert.Equal("", Tracked.SettingOf(["no-such"], Measures));
        Assert.True(IsAsked("stress", ""));
        Assert.Equal("pain stress", Tracked.SettingOf(["stress", "x", "pain"], Measures));
    }
}
