namespace Inomya.Questionnaires;

/// <summary>What must be shown at once, whatever the total is.</summary>
public sealed class SafetyRule
{
    public string Item { get; set; } = "";
    public double AtLeast { get; set; }

    /// <summary>crisis-contacts.</summary>
    public string Show { get; set; } = "";

    /// <summary>Whether a clinician has reviewed this path; null until then.</summary>
    public string? ReviewedBy { get; set; }
}
