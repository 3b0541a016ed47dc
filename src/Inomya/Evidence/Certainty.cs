namespace Inomya.Evidence;

/// <summary>How sure the body of evidence is, in GRADE's words.</summary>
public enum Certainty
{
    NotStated,
    VeryLow,
    Low,
    Moderate,
    High,
}
