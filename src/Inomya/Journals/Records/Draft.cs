using NodaTime;

namespace Inomya.Journals;

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

    /// <summary>The same draft under another kind.</summary>
    internal Draft As(string kind)
    {
        var draft = new Draft(kind, Key, Day) { Undoes = Undoes };
        draft.Added.AddRange(Added);
        draft.Voided.AddRange(Voided);
        return draft;
    }

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
