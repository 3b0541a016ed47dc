using Inomya.Journals;
using Inomya.Web.Design.Charts;
using NodaTime;

namespace Inomya.Web.Findings;

/// <summary>Treatments as strips below a chart: on which days each was going on.</summary>
public static class CourseStrips
{
    /// <summary>One strip a treatment that was taken regularly in this stretch, in order of its first day.</summary>
    public static async Task<IReadOnlyList<DayStrip>> OfAsync(Journal journal, LocalDate from, LocalDate to)
    {
        var names = (await journal.AllAsync<Treatment>()).ToDictionary(t => t.Id, t => t.Name);
        return
        [
            .. (await journal.AllAsync<Course>())
                .Where(c =>
                    !c.AsNeeded && names.ContainsKey(c.TreatmentId) && c.Start <= to && (c.End is null || c.End >= from)
                )
                .GroupBy(c => c.TreatmentId)
                .OrderBy(g => g.Min(c => c.Start))
                .Select(g => new DayStrip(
                    names[g.Key],
                    [.. g.Select(c => new DaySpan(Max(c.Start, from), c.End is { } end && end < to ? end : to))]
                )),
        ];
    }

    private static LocalDate Max(LocalDate a, LocalDate b) => a > b ? a : b;
}
