namespace Inomya.Laboratory;

/// <summary>Where a result stands in a range of typical values.</summary>
public enum RangeStanding
{
    /// <summary>No range is known, or the result is a word or a limit that leaves it open.</summary>
    Unknown,
    Inside,
    Below,
    Above,
}
