using Inomya.Content;
using NodaTime;

namespace Inomya.Programmes;

/// <summary>One step of a programme in one language.</summary>
public sealed record ProgrammeStep
{
    /// <summary>The same in every language; unique in its programme.</summary>
    public required string Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The language it is written in: English where there is no translation yet.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required StepKind Kind { get; init; }

    /// <summary>Id of its chapter.</summary>
    public required string Chapter { get; init; }

    /// <summary>Its place in the programme.</summary>
    public required int Order { get; init; }

    public required StepRoad Road { get; init; }
    public required StepMinutes Minutes { get; init; }

    /// <summary>Id of the step that opens it; null for the first.</summary>
    public required string? OpensAfter { get; init; }

    /// <summary>Ids of gates for this step alone.</summary>
    public required IReadOnlyList<string> Gates { get; init; }

    /// <summary>Ids of tools of the app, the best first.</summary>
    public required IReadOnlyList<string> Tools { get; init; }

    /// <summary>How sure what it says is: high, moderate, low, very-low or expert.</summary>
    public required string Grade { get; init; }

    public required Review Reviewed { get; init; }

    /// <summary>Those that were seen, or that say that they are our rule.</summary>
    public required IReadOnlyList<ContentSource> Sources { get; init; }

    /// <summary>The usual form, as safe HTML.</summary>
    public required string Html { get; init; }

    /// <summary>The form for a bad day, as safe HTML.</summary>
    public required string ShortHtml { get; init; }

    /// <summary>The form to be heard with eyes shut, in order.</summary>
    public required IReadOnlyList<ListenPart> Listen { get; init; }

    /// <summary>All that it says without marks, for search.</summary>
    public required string Text { get; init; }

    /// <summary>The file it was read from, below content.</summary>
    public required string File { get; init; }

    /// <summary>A clinician looked it over, and that still holds.</summary>
    public bool IsReviewedOn(LocalDate day) => Reviewed.HoldsOn(day);

    /// <summary>Is it a step of this road?</summary>
    public bool IsOn(Journals.Road road) => Road != StepRoad.FullOnly || road == Journals.Road.Full;
}
