using Inomya.Journals;
using NodaTime;

namespace Inomya.Movement;

/// <summary>Days of flare in a row, however often they were written down: one that begins soon after another goes on from it.</summary>
/// <param name="End">The last day; null while it goes on.</param>
internal sealed record FlareStretch(LocalDate Start, LocalDate? End)
{
    public static IReadOnlyList<FlareStretch> Of(IEnumerable<Flare> flares, MovementRules rules)
    {
        var stretches = new List<FlareStretch>();
        foreach (var flare in flares.OrderBy(f => f.Start))
            if (stretches is [.., var last] && last.Reaches(flare.Start.PlusDays(-rules.FlareGapDays)))
                stretches[^1] = last with { End = Later(last.End, flare.End) };
            else
                stretches.Add(new(flare.Start, flare.End));
        return stretches;
    }

    /// <summary>It goes on until this day, or longer.</summary>
    public bool Reaches(LocalDate day) => !(End < day);

    public bool Touches(LocalDate first, LocalDate last) => Start <= last && Reaches(first);

    public bool BeginsIn(LocalDate first, LocalDate last) => Start >= first && Start <= last;

    private static LocalDate? Later(LocalDate? one, LocalDate? other) =>
        one is { } a && other is { } b ? LocalDate.Max(a, b) : null;
}
