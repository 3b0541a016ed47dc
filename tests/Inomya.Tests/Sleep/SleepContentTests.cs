using Inomya.Content;
using Inomya.Sleep;
using Inomya.Tests.Questionnaires;
using Inomya.Tests.Support;

namespace Inomya.Tests.Sleep;

/// <summary>The rules of sleep as content: to their schema, each number with its source, each part with its words.</summary>
public class SleepContentTests
{
    [Fact]
    public async Task The_rules_keep_to_their_schema() =>
        Assert.Equal("", await ContentCheck.AgainstAsync("sleep-rules.schema.json", "sleep/rules.yaml"));

    [Fact]
    public void Each_part_has_its_words_in_every_language()
    {
        foreach (var words in Words.Languages(ContentCheck.Content).Select(l => new Words(ContentCheck.Content, l)))
        foreach (var part in MadeNights.Rules.Parts)
            Assert.Equal(
                (words.Language, words.Language),
                (words.LanguageOf($"sleep.part.{part.Id}"), words.LanguageOf($"sleep.part.{part.Id}.text"))
            );
    }

    [Fact]
    public void What_decides_is_what_the_sources_say_and_the_floor_is_five_and_a_half_hours()
    {
        var rules = MadeNights.Rules;
        Assert.Equal(
            (330, 15, 85.0, 80.0, 85.0),
            (rules.Floor, rules.Step, rules.LongerFrom, rules.ShorterBelow, rules.StartBelow)
        );
        Assert.Equal((7, 5, 14, 10), (rules.ChangeDays, rules.ChangeNights, rules.DiaryDays, rules.DiaryNights));
    }

    [Theory]
    [InlineData("sources: [stanford]", "sources: [nobody]", "nobody")]
    [InlineData("floor: { value: 330", "floor: { value: 600", "no room")]
    [InlineData("shorter-below: { value: 80", "shorter-below: { value: 90", "longer and shorter")]
    [InlineData("  step: { value: 15", "  stride: { value: 15", "no number 'step'")]
    public void A_fault_in_the_rules_is_refused_with_its_place(string good, string bad, string says)
    {
        using var folder = new FaultyContent("sleep/rules.yaml", good, bad);
        var refused = Assert.Throws<ContentException>(() => _ = SleepRules.Read(folder.Content).Step);
        Assert.Contains("sleep/rules.yaml", refused.Message, StringComparison.Ordinal);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }
}
