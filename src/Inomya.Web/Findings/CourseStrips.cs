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
        var courses = await journal.AllAsync<Course>();
        var regular = courses.Where(c => names.ContainsKey(c.TreatmentId) && IsRegularIn(c, from, to));
        return
        [
            .. regular
                .GroupBy(c => c.TreatmentId)
                .OrderBy(g => g.Min(c => c.Start))
                .Select(g => new DayStrip(names[g.Key], [.. g.Select(c => Within(c, from, to))])),
        ];
    }

    private static bool IsRegularIn(Course course, LocalDate from, LocalDate to) =>
        !course.AsNeeded && course.Start <= to && (course.End is null || course.End >= from);

    private static DaySpan Within(Course course, LocalDate from, LocalDate to) =>
        new(Max(course.Start, from), course.End is { } end && end < to ? end : to);

    private static LocalDate Max(LocalDate a, LocalDate b) => a > b ? a : b;
}
