using Inomya.Content;
using Inomya.Programmes;

namespace Inomya.Calm;

/// <summary>One thing to listen to, or to read at one's own pace.</summary>
public sealed record CalmScript
{
    /// <summary>The same in every language.</summary>
    public required string Id { get; init; }

    /// <summary>The language it is written in: English where there is no translation.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>How long it is, spoken with its silences.</summary>
    public required int Minutes { get; init; }

    /// <summary>How sure what it says is: high, moderate, low, very-low or expert.</summary>
    public required string Grade { get; init; }

    /// <summary>Who reviewed it; null while no clinician has.</summary>
    public string? ReviewedBy { get; init; }

    public required IReadOnlyList<ContentSource> Sources { get; init; }

    public required IReadOnlyList<ListenPart> Lines { get; init; }
}
