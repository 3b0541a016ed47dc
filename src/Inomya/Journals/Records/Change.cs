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

/// <summary>
/// A change that is being written: what to add and what to take out. Nothing happens until the journal takes it in.
/// </summary>
/// <param name="kind">Last part of the locale key change.KIND.</param>
/// <param name="key">The submission's own id, when the same one could arrive twice.</param>
/// <param name="day">The day it is about.</param>
public sealed class Draft(string kind, string? key = null, LocalDate? day = null)
{
    internal List<Recorded> Added { get; } = [];
    internal List<Recorded> Voided { get; } = [];
    internal Guid? Undoes { get; init; }

    public string Kind { get; } = kind;
    public string? Key { get; } = key;
    public LocalDate? Day { get; } = day;

    /// <summary>Nothing to add and nothing to take out.</summary>
    public bool IsEmpty => Added.Count == 0 && Voided.Count == 0;

    public Draft Add(Recorded fact)
    {
        Added.Add(fact);
        return this;
    }

    public Draft Remove(Recorded current)
    {
        Voided.Add(current);
        return this;
    }

    /// <summary>A new version of the same fact.</summary>
    public Draft Correct<T>(T current, T corrected)
        where T : Recorded => Remove(current).Add(corrected with { Id = current.Id, VoidedById = null });
}
