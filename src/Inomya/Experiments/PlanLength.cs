namespace Inomya.Experiments;

/// <summary>One length that an experiment could have.</summary>
/// <param name="Power">
/// How often, of invented experiments on the person's own days, it would be seen to help if it helps as much as
/// expected; 0..1.
/// </param>
/// <param name="FalseAlarm">The same if it does nothing at all.</param>
public sealed record PlanLength(int Pairs, int Days, double Power, double FalseAlarm)
{
    /// <summary>
    /// How many days it goes on, on average, if it helps as much as expected; null for one that always goes on to the
    /// end.
    /// </summary>
    public int? MeanDays { get; init; }

    /// <summary>The same if it does nothing.</summary>
    public int? MeanDaysOfNothing { get; init; }
}
