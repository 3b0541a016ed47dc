namespace Inomya.Evidence;

/// <summary>A rough size: of money, hours or effort.</summary>
public enum Size
{
    None,
    Low,
    Medium,
    High,
}
