using NodaTime;

namespace Inomya.Journals;

/// <summary>The few questions about what a week of eating was like, as answered once.</summary>
public sealed record FoodWeek : Recorded
{
    /// <summary>The last day of the week that it is about.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>"ITEM=yes" or "ITEM=no" (content/food/score.yaml), a blank between; what was not answered is not there.</summary>
    public required string Answers { get; init; }
}
