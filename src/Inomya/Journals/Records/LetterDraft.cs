using NodaTime;

namespace Inomya.Journals;

/// <summary>A letter as the person last left it. Each time it is changed is a version, so what was sent can be found again.</summary>
/// <remarks>It is in no report and no table: what leaves is the file that the person makes of it.</remarks>
public sealed record LetterDraft : Recorded
{
    /// <summary>The day on which it was begun.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Id of the letter in content; one of a letter that content no longer has is kept.</summary>
    public required string Letter { get; init; }

    /// <summary>ISO 3166 of the country whose law it names; null: it names none.</summary>
    public string? Country { get; init; }

    /// <summary>BCP 47 of the language it was written in.</summary>
    public required string Language { get; init; }

    /// <summary>The line that says what it is about.</summary>
    public required string Title { get; init; }

    /// <summary>All that it says, in paragraphs with an empty line between.</summary>
    public required string Text { get; init; }
}
