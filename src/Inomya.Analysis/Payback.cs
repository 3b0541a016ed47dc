namespace Inomya.Analysis;

/// <summary>Activity and payback: more on one day, worse for days after.</summary>
/// <param name="Factor">The activity.</param>
/// <param name="Sum">
/// Summed change of the outcome over the days after, in outcome units, for a day one standard deviation more active (or a yes).
/// </param>
/// <param name="Lo">Lower end of the 95 % interval.</param>
/// <param name="Hi">Upper end of the 95 % interval.</param>
/// <param name="P">Two-sided p of no payback.</param>
/// <param name="Q">Adjusted for the number of activities looked at.</param>
/// <param name="FromLag">First day after that is summed.</param>
/// <param name="ToLag">Last day after that is summed.</param>
/// <param name="GoodDayPush">
/// Change of the activity, in its standard deviations, on a day one outcome standard deviation better than usual: overdoing it on good days.
/// </param>
/// <param name="DaysCounted">Days counted.</param>
public sealed record Payback(
    string Factor,
    double Sum,
    double Lo,
    double Hi,
    double P,
    double Q,
    int FromLag,
    int ToLag,
    double GoodDayPush,
    int DaysCounted
);
