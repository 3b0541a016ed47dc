using NodaTime;

namespace Inomya.Journals;

/// <summary>What was done in one go, and can be undone in one go.</summary>
public sealed record Change
{
    public required Guid PersonId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>When the journal took it in.</summary>
    public required Instant At { get; init; }

    /// <summary>"checkin", "import", "edit", "delete", "undo", …: last part of the locale key change.KIND.</summary>
    public required string Kind { get; init; }

    /// <summary>The day it is about; null when it is about many.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>
    /// What makes the same submission the same, however often it is sent; null when it cannot come twice.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>The change that this one undid.</summary>
    public Guid? UndoesId { get; init; }
}
