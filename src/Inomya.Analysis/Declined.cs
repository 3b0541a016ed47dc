namespace Inomya.Analysis;

/// <summary>What the engine looked at, or would have.</summary>
public enum Analysed
{
    /// <summary>The outcome itself, so everything that needs it.</summary>
    Outcome,

    /// <summary>One factor as an influence.</summary>
    Trigger,

    /// <summary>Change over time.</summary>
    Trend,

    /// <summary>The treatment's effect.</summary>
    Treatment,

    /// <summary>Lasting shifts of level.</summary>
    ChangePoints,

    /// <summary>Flare episodes by the model.</summary>
    Flares,

    /// <summary>Next-day flare probability.</summary>
    Forecast,

    /// <summary>Day-of-week pattern.</summary>
    Weekdays,

    /// <summary>Activity and payback.</summary>
    BoomAndBust,

    /// <summary>Menstrual phase.</summary>
    Cycle,
}

/// <summary>Why no answer is given.</summary>
public enum DeclineReason
{
    /// <summary>There is no column of that name.</summary>
    NoSuchColumn,

    /// <summary>No value at all is recorded.</summary>
    NothingRecorded,

    /// <summary>Every recorded value is the same.</summary>
    NeverVaries,

    /// <summary>
    /// Fewer recorded days than the method needs: <see cref="Declined.Have"/> of <see cref="Declined.Need"/>.
    /// </summary>
    TooFewDays,

    /// <summary>A yes/no factor happened (or did not happen) on fewer days than the method needs.</summary>
    TooFewOccurrences,

    /// <summary>
    /// Looked at, nothing found, and the interval still holds an effect worth knowing:
    /// about <see cref="Declined.Need"/> days would settle it; null where no number of days can be promised.
    /// </summary>
    CannotTellYet,

    /// <summary>Looked at, and no model of it was better than none.</summary>
    NothingStandsOut,

    /// <summary>Too few blocks, or days before or after the start.</summary>
    TooFewOnEachSide,

    /// <summary>Too few pairs of blocks with a record in both.</summary>
    TooFewPairs,

    /// <summary>The person gave no threshold.</summary>
    NoDefinition,

    /// <summary>On the person's own past it did not beat the base rate, so it is switched off.</summary>
    NoBetterThanBaseRate,

    /// <summary>There were too few flare days, or too few others, to learn from.</summary>
    TooFewEvents,
}

/// <summary>Something that was asked and is not answered, and why. Words for people are made elsewhere.</summary>
/// <param name="What">What was looked at.</param>
/// <param name="Name">The column, where there is one.</param>
/// <param name="Reason">Why.</param>
/// <param name="Have">What there was, in days or occurrences; null where counting makes no sense.</param>
/// <param name="Need">
/// What would be needed, same unit; for <see cref="DeclineReason.CannotTellYet"/> an estimate.
/// </param>
public sealed record Declined(Analysed What, string? Name, DeclineReason Reason, int? Have = null, int? Need = null);
