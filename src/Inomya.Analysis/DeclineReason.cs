namespace Inomya.Analysis;

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
