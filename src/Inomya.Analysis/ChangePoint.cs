namespace Inomya.Analysis;

/// <summary>A lasting shift of the outcome's level.</summary>
/// <param name="Day">Most probable first day of the new level, days since 1970-01-01.</param>
/// <param name="FromDay">First day of the 80 % interval of dates: say this, not a date, unless it is short.</param>
/// <param name="ToDay">Last day of that interval.</param>
/// <param name="Jump">New level minus old, in outcome units.</param>
/// <param name="Lo">Lower end of the jump's 95 % interval, given that there is one.</param>
/// <param name="Hi">Upper end of that interval.</param>
/// <param name="Probability">Posterior probability of a shift in the neighbourhood.</param>
public sealed record ChangePoint(
    int Day,
    int FromDay,
    int ToDay,
    double Jump,
    double Lo,
    double Hi,
    double Probability
);
