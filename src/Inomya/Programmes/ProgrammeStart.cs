namespace Inomya.Programmes;

/// <summary>How the first day of a programme may be drawn.</summary>
public sealed class ProgrammeStart
{
    /// <summary>The fewest and the most days among which it is drawn; empty where it is not drawn.</summary>
    public List<int> DrawnDays { get; set; } = [];
}
