namespace Inomya.Analysis;

/// <summary>Everything the engine found, and what it looked at and did not find.</summary>
/// <remarks>
/// A part that is null or empty has its reason in <see cref="Declined"/>, unless the roles did not ask for it.
/// </remarks>
public sealed record AnalysisResult
{
    /// <summary>The engine's version: same table, roles and version give the same numbers.</summary>
    public string EngineVersion { get; init; } = Engine.Version;

    /// <summary>Calendar days from the first to the last row.</summary>
    public int Days { get; init; }

    /// <summary>Days on which the outcome was recorded.</summary>
    public int Recorded { get; init; }

    /// <summary>
    /// Share of recorded days at the lowest or at the highest value ever recorded, whichever is more; 0 when nothing
    /// was recorded. Above about a half, effects in points understate what happens on the days off that end.
    /// </summary>
    public double ShareAtEndOfScale { get; init; }

    /// <summary>
    /// The smallest effect worth knowing, on the recorded scale: <see cref="Roles.MinimalImportantChange"/>, or half a
    /// standard deviation. Null when the outcome was refused.
    /// </summary>
    public double? WorthKnowing { get; init; }

    /// <summary>Every factor at every delay tested, in the order of the roles, then by lag.</summary>
    public IReadOnlyList<Trigger> Triggers { get; init; } = [];

    /// <summary>
    /// Same-day findings that may all come from one thing that was not recorded; empty when there are none.
    /// </summary>
    public IReadOnlyList<SharedCause> SharedCauses { get; init; } = [];

    /// <summary>Change over the whole record; null when declined.</summary>
    public TrendEstimate? Trend { get; init; }

    /// <summary>The treatment's effect; null when there is none or it is declined.</summary>
    public TreatmentEffect? Treatment { get; init; }

    /// <summary>The courses of <see cref="Roles.Courses"/>, in their order, each given all others.</summary>
    public IReadOnlyList<CourseEffect> Courses { get; init; } = [];

    /// <summary>Lasting shifts of level, in order of time.</summary>
    public IReadOnlyList<ChangePoint> ChangePoints { get; init; } = [];

    /// <summary>
    /// Flares by the model and, where there is a threshold, by the person's own definition; each in order of time.
    /// </summary>
    public IReadOnlyList<Episode> Flares { get; init; } = [];

    /// <summary>
    /// Next-day flare probabilities from <see cref="Roles.ForecastFromDay"/> to the day after the record; also when
    /// switched off.
    /// </summary>
    public IReadOnlyList<FlareProbability> FlareForecast { get; init; } = [];

    /// <summary>How good the forecast was and whether to show it; null when declined.</summary>
    public ForecastQuality? ForecastQuality { get; init; }

    /// <summary>Days of the week; null when declined.</summary>
    public CyclePattern? Weekdays { get; init; }

    /// <summary>
    /// Menstrual phases, 0 bleeding, 1 before ovulation, 2 around it, 3 after, 4 the last days before bleeding; null
    /// when declined.
    /// </summary>
    public CyclePattern? Cycle { get; init; }

    /// <summary>Every activity looked at for payback.</summary>
    public IReadOnlyList<Payback> BoomAndBust { get; init; } = [];

    /// <summary>What was asked and not answered.</summary>
    public IReadOnlyList<Declined> Declined { get; init; } = [];
}
