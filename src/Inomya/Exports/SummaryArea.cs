namespace Inomya.Exports;

/// <summary>A part of the patient summary that a person gives out or keeps back.</summary>
public enum SummaryArea
{
    Medicines,
    Allergies,
    Problems,
    PastProblems,
    Results,
    VitalSigns,
    Function,
    Plan,
    Story,
}
