using NodaTime;

namespace Inomya.Visits;

/// <summary>What a person brings back from a visit.</summary>
/// <param name="Ticked">Items of the reply slip, each with its words.</param>
/// <param name="Typed">Agreements in the person's or the doctor's own words.</param>
/// <param name="Plan">Null when nothing was written.</param>
/// <param name="NextDay">Null when no next visit was made.</param>
public sealed record VisitOutcome(
    IReadOnlyDictionary<string, string> Ticked,
    IReadOnlyList<string> Typed,
    string? Plan,
    LocalDate? NextDay,
    LocalTime? NextTime
)
{
    /// <summary>Each thing agreed: what it is known by, and its words.</summary>
    internal IEnumerable<(string What, string Text)> Told =>
        Ticked.Select(t => (t.Key, t.Value)).Concat(Typed.Select(t => (t, t))).DistinctBy(t => t.Item1);
}
