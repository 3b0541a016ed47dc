using Inomya.Analysis;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Programmes;

/// <summary>
/// Says of a programme what it changed: by the exact test of its drawn first day, or as "what helped" says it of a
/// course.
/// </summary>
public static class ProgrammeJudge
{
    private const string This = "this";

    /// <summary>One verdict for each week at which the programme is judged and that has come, in order.</summary>
    public static async Task<IReadOnlyList<ProgrammeVerdict>> OfAsync(
        Underway at,
        Journal journal,
        MeasureCatalogue measures,
        ProgrammeRules rules,
        CancellationToken stop = default
    )
    {
        var weeks = at.Text.Of.JudgedAtWeeks.Where(w => at.Enrolment.Start.PlusWeeks(w) <= journal.Today).ToList();
        if (weeks.Count == 0)
            return [];
        var from = at.Enrolment.Start.PlusDays(-rules.BeforeDays);
        var series = await DaySeriesReader.ReadAsync(journal, measures, from, journal.Today, stop);
        var others = await OthersAsync(journal, at.Enrolment, stop);
        return Of(at.Enrolment, at.Text.Of.Outcome, weeks, series, others, rules, journal.StopOr(stop));
    }

    /// <summary>
    /// The verdicts after these weeks, in order. A draw is one test and is told once: at the first week with days enough
    /// for it. After that the verdict is that of "what helped", as for a day that was chosen.
    /// </summary>
    /// <param name="outcome">Name of the column.</param>
    /// <param name="others">Everything else that was begun, each by its name.</param>
    public static IReadOnlyList<ProgrammeVerdict> Of(
        Enrolment enrolment,
        string outcome,
        IEnumerable<int> weeks,
        DaySeries? series,
        IReadOnlyList<TreatmentCourse> others,
        ProgrammeRules rules,
        CancellationToken stop = default
    )
    {
        var told = new List<ProgrammeVerdict>();
        foreach (var week in weeks.Order())
        {
            var start = new JudgedStart(enrolment, week, outcome)
            {
                DrawWasTold = told.Exists(v => v.Draw is not null),
            };
            told.Add(Of(start, series, others, rules, stop));
        }
        return told;
    }

    /// <summary>The verdict after so many weeks; before its day, and for an empty journal, it tells nothing.</summary>
    /// <param name="others">Everything else that was begun, each by its name.</param>
    public static ProgrammeVerdict Of(
        JudgedStart start,
        DaySeries? series,
        IReadOnlyList<TreatmentCourse> others,
        ProgrammeRules rules,
        CancellationToken stop = default
    )
    {
        var outcome = series?.Find(start.Outcome);
        if (series is null || outcome is null || series.Last < start.On)
            return new ProgrammeVerdict(start.Weeks, start.On, outcome, null, null, []);
        var question = new FindingQuestion
        {
            Courses = [start.Course(This), .. others],
            OnlyCourses = true,
            MinimalChange = outcome.Measure?.Scale is { } s ? rules.MinimalChangeShare * (s.Top - s.Low) : null,
        };
        var part = UpTo(series, outcome, start.On);
        var report = JournalFindings.Of(part, start.Outcome, new HashSet<string>(), question, stop);
        var effect = report?.Result.Courses.FirstOrDefault(c => c.Name == This);
        return new ProgrammeVerdict(
            start.Weeks,
            start.On,
            outcome,
            effect?.Effect,
            effect?.Why,
            effect?.NotToldFrom ?? []
        )
        {
            DrawWasTold = start.DrawWasTold,
        };
    }

    /// <summary>The outcome, and the days that were called bad without a number, up to the day on which it is judged.</summary>
    private static DaySeries UpTo(DaySeries series, DayColumn outcome, LocalDate on)
    {
        var days = Math.Min(series.Days, Period.DaysBetween(series.First, on));
        var columns = new[] { outcome, series.Find(JournalFindings.BadDay) }.OfType<DayColumn>();
        return new DaySeries(series.First, days, [.. columns.Select(c => c with { Values = c.Values[..days] })]);
    }

    /// <summary>What else was begun; what is taken when it is bad follows the outcome and is left out.</summary>
    private static async Task<IReadOnlyList<TreatmentCourse>> OthersAsync(
        Journal journal,
        Enrolment enrolment,
        CancellationToken stop
    )
    {
        var names = (await journal.AllAsync<Treatment>(stop)).ToDictionary(t => t.Id, t => t.Name);
        return
        [
            .. (await journal.AllAsync<Course>(stop))
                .Where(c => c.Id != enrolment.CourseId && !c.AsNeeded && c.Start <= journal.Today)
                .Where(c => names.ContainsKey(c.TreatmentId))
                .Select(c => new TreatmentCourse(names[c.TreatmentId], c.Start.ToEpochDay(), c.End?.ToEpochDay())),
        ];
    }
}
