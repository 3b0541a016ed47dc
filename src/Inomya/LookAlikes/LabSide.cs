namespace Inomya.LookAlikes;

/// <summary>Where a result must lie to speak for something.</summary>
public enum LabSide
{
    High,
    Low,
    Positive,
}
