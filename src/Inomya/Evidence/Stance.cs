namespace Inomya.Evidence;

/// <summary>What one guideline says about one treatment.</summary>
public enum Stance
{
    NoStatement,
    StrongFor,
    WeakFor,
    For,
    Consider,
    PartOfCare,
    WeakAgainst,
    StrongAgainst,
    Against,
    Insufficient,
}
