namespace Inomya.Journals;

/// <summary>One sentence of the person's story.</summary>
public sealed record HistoryItem : Recorded
{
    public required HistoryKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>Year, month or day, as exactly as the person knows: 2019, 2019-03 or 2019-03-14.</summary>
    public string? Since { get; init; }

    /// <summary>As <see cref="Since"/>; null while it goes on or where it has no end.</summary>
    public string? Until { get; init; }
}
