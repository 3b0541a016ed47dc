namespace Inomya.Programmes;

/// <summary>
/// What the journal itself may show that is a yes to a gate: a score, a flag of a questionnaire, something said of a
/// look-alike, an age.
/// </summary>
/// <remarks>
/// The newest completed response that tells it decides. What is not recorded shows nothing, and is no "no" either: the
/// gate is still asked. Its words are <c>gate.signal.ID</c>.
/// </remarks>
public sealed class GateSignal
{
    public string Id { get; set; } = "";
    public string? Instrument { get; set; }

    /// <summary>The rule that scored it.</summary>
    public string? Rule { get; set; }

    public string? Score { get; set; }

    /// <summary>A stored yes or no in place of a score.</summary>
    public string? Flag { get; set; }

    public double? AtLeast { get; set; }

    /// <summary>
    /// The newest score is at least so much above the lowest of the <see cref="WithinDays"/> days before it.
    /// </summary>
    public double? Rise { get; set; }

    public int WithinDays { get; set; }

    /// <summary>Id of a look-alike that the person was told they have.</summary>
    public string? LookAlike { get; set; }

    /// <summary>Id of a sign that the person said yes to.</summary>
    public string? Sign { get; set; }

    /// <summary>The person is younger, by their year of birth.</summary>
    public int? UnderYears { get; set; }

    /// <summary>Key of <see cref="Gates.Sources"/>.</summary>
    public string Source { get; set; } = "";
}
