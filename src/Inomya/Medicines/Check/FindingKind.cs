namespace Inomya.Medicines;

/// <summary>What a finding is about; written-like-this in JSON.</summary>
public enum FindingKind
{
    Interaction,
    Duplicate,
    Maximum,
    Duration,
    Burden,
    UpperLimit,
    Withdrawal,
    Driving,
    Pregnancy,
    Allergy,
    UnknownName,
}
