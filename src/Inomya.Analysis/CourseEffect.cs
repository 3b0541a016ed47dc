namespace Inomya.Analysis;

/// <summary>What a course of a treatment changed, judged together with every other course.</summary>
/// <param name="Name">The course's.</param>
/// <param name="Effect">At full dose, against not taking it; null when declined.</param>
/// <param name="Why">Why it is declined; null when it is not.</param>
public sealed record CourseEffect(string Name, TreatmentEffect? Effect, DeclineReason? Why)
{
    /// <summary>Recorded days needed with and without a course.</summary>
    public const int DaysNeededEachSide = 14;

    /// <summary>
    /// Correlation of two courses' errors from which neither is told from the other: one's share could be the other's.
    /// </summary>
    public const double NotTold = 0.8;

    /// <summary>Probability of an unknown shift beside the start from which nothing is said.</summary>
    public const double ShiftSuspected = 0.5;

    /// <summary>Recorded days without it or, where these are fewer, with it past its first week.</summary>
    public int DaysOnFewerSide { get; init; }

    /// <summary>
    /// The courses it cannot be told from: they were on and off on nearly the same days, so only days with one and
    /// without the other would tell.
    /// </summary>
    public IReadOnlyList<string> NotToldFrom { get; init; } = [];

    /// <summary>
    /// Of itself and those it cannot be told from, the one whose four weeks without it (were they to come) would narrow
    /// the interval most; null where none would by a quarter. It says what would be learnt, not what should be done.
    /// </summary>
    public string? ToldByPauseOf { get; init; }

    /// <summary>Days until the full effect under the likeliest course of events.</summary>
    public int FullAfterDays { get; init; }

    /// <summary>Probability of a lasting change within three weeks of the start that is nobody's doing.</summary>
    public double ShiftNearStart { get; init; }

    /// <summary>The two-sided p of any effect, corrected for the number of courses (Benjamini and Hochberg).</summary>
    public double Q { get; init; } = 1;
}
