namespace Inomya.Medicines;

/// <summary>
/// One thing the check found, without words: those are filled in by <see cref="MedicineCheckWords"/>.
/// </summary>
/// <param name="Rule">Id of the rule in content/interactions that it comes from.</param>
/// <param name="Between">The names as the person gave them.</param>
/// <param name="Text">Locale key of what and why.</param>
/// <param name="Values">What the text is filled with, by name.</param>
/// <param name="Action">Locale key of what to do.</param>
public sealed record MedicineFinding(
    FindingKind Kind,
    Severity Severity,
    string Rule,
    IReadOnlyList<string> Between,
    string Text,
    IReadOnlyDictionary<string, string> Values,
    string Action,
    Basis Basis
)
{
    /// <summary>It holds if a name means what it means in some countries only.</summary>
    public bool Somewhere { get; init; }

    /// <summary>The same for the same finding about the same names; an acknowledgement holds on to it.</summary>
    public string Key => $"{Rule}|{string.Join('|', Between)}|{Severity}";
}
