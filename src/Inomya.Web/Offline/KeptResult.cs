using Inomya.Journals;

namespace Inomya.Web.Offline;

/// <summary>
/// What came of a kept form: it was recorded, the journal had it already, or it was not recorded and why. A device lets
/// go of a form only in the first two.
/// </summary>
public sealed record KeptResult
{
    private KeptResult(Change? change, string? why) => (Change, Why) = (change, why);

    /// <summary>What was recorded; null when nothing was.</summary>
    public Change? Change { get; }

    /// <summary>
    /// Null when the journal has what the form says; else why it has not: last part of the locale key device.why.WHY.
    /// </summary>
    public string? Why { get; }

    /// <summary>The journal said so before.</summary>
    public static KeptResult AlreadyThere { get; } = new(null, null);

    /// <summary>Another answer was given meanwhile: which is right?</summary>
    public static KeptResult Conflict { get; } = new(null, "conflict");

    /// <summary>It cannot be recorded as it is.</summary>
    public static KeptResult Refused { get; } = new(null, "refused");

    /// <summary>What it is about is there no longer, or is another thing now.</summary>
    public static KeptResult Changed { get; } = new(null, "changed");

    public static KeptResult Recorded(Change change) => new(change, null);

    /// <summary>For a form that changes nothing only where the journal says the same.</summary>
    public static KeptResult RecordedOrThere(Change? change) => change is null ? AlreadyThere : Recorded(change);
}
