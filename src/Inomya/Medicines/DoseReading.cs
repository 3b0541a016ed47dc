namespace Inomya.Medicines;

/// <summary>How far a dose could be read.</summary>
public enum DoseReading
{
    Read,
    NoUnit,
    UnknownUnit,
    NotADose,
}
