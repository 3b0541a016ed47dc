namespace Inomya.Journals;

/// <summary>
/// What to do in a flare, thought out on a better day. One a person; each part in their own words, null while empty.
/// </summary>
public sealed record FlarePlan : Recorded
{
    public string? EarlySigns { get; init; }
    public string? FirstHour { get; init; }
    public string? FirstDay { get; init; }

    /// <summary>As agreed with the doctor.</summary>
    public string? Medicines { get; init; }
    public string? People { get; init; }
    public string? WorkMessage { get; init; }
    public string? SeekCare { get; init; }
    public string? WayBack { get; init; }
}
