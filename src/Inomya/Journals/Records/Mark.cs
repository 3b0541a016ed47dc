using NodaTime;

namespace Inomya.Journals;

/// <summary>
/// What the person said about one item of content, such as "ruled out in 2019 by Dr Vega" or "this applies to me".
/// </summary>
/// <remarks>
/// One current mark an item: <see cref="IdOf"/> is its <see cref="Recorded.Id"/>. No mark is "not said", never "no".
/// </remarks>
public sealed record Mark : Recorded
{
    public required MarkKind Kind { get; init; }

    /// <summary>Id of the item in content; marks of an item that content no longer has are kept.</summary>
    public required string Subject { get; init; }

    public required string Answer { get; init; }

    /// <summary>The day on which the person said so.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>When it was, as exactly as the person knows: 2019, 2019-03 or 2019-03-14.</summary>
    public string? When { get; init; }

    /// <summary>Who said or did it, in the person's words.</summary>
    public string? By { get; init; }

    /// <summary>What came out of it, in the person's words.</summary>
    public string? Text { get; init; }

    /// <summary>The id that the mark of an item always has, so that it is never there twice.</summary>
    public static Guid IdOf(MarkKind kind, string subject) => ImportId("mark", kind.ToString(), subject);
}
