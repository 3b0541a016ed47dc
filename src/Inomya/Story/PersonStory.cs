using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Questionnaires;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Story;

/// <summary>How it went from the first recorded day to the last: what every page tells of it, counted once.</summary>
/// <param name="Findings">About the person's outcome.</param>
/// <param name="Recorded">Days of the outcome with a number, and those ticked as bad.</param>
/// <param name="Flares">All of them, the first first.</param>
/// <param name="Scores">The main score of each questionnaire, the last finished first.</param>
/// <param name="Courses">What was taken regularly, in order of the first day.</param>
public sealed record PersonStory(
    FindingReport Findings,
    RecordedDays Recorded,
    IReadOnlyList<Flare> Flares,
    IReadOnlyList<ScoreChange> Scores,
    IReadOnlyList<CourseBar> Courses
)
{
    /// <summary>
    /// Days before a lasting change in which a beginning or an end is told beside it. Ours: about a slow medicine's time.
    /// </summary>
    private const int DaysBeforeChange = 42;

    /// <summary>Of a journal that has an outcome; null for an empty one. Kept by the journal's version.</summary>
    /// <param name="outcome">The column to understand; null: the one the person chose.</param>
    public static Task<PersonStory?> ReadAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        Instruments instruments,
        string? outcome = null,
        CancellationToken stop = default
    ) =>
        KeptReadings.OfAsync(
            journal,
            (catalogue, instruments, outcome, journal.Today),
            () => ReadNowAsync(journal, catalogue, instruments, outcome, stop),
            stop
        );

    private static async Task<PersonStory?> ReadNowAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        Instruments instruments,
        string? outcome,
        CancellationToken stop
    )
    {
        if (await JournalFindings.ReadAsync(journal, catalogue, outcome, stop) is not { } findings)
            return null;
        var flares = await journal.AllAsync<Flare>(stop);
        return new PersonStory(
            findings,
            RecordedDays.Of(findings.Series, findings.Outcome),
            [.. flares.OrderBy(f => f.Start)],
            [.. ScoresOf(await journal.AllAsync<Response>(stop), instruments)],
            await BarsAsync(journal, findings.First, findings.Last, stop)
        );
    }

    /// <summary>The main score of each questionnaire that was finished, the last finished first.</summary>
    public static IEnumerable<ScoreChange> ScoresOf(IEnumerable<Response> responses, Instruments instruments) =>
        from of in responses.Where(r => r.Completed).GroupBy(r => r.Instrument)
        let instrument = instruments.Find(of.Key)
        let main = instrument?.Meaning.Scores.Find(s => s.Main)
        where main is not null
        let change = ScoreChange.Of(instrument, main, of.OrderBy(r => r.Day).ThenBy(r => r.Id))
        where change is not null
        orderby change.Last.Response.Day descending
        select change;

    /// <summary>One bar a treatment that was taken regularly in a stretch of days, in order of its first day.</summary>
    public static async Task<IReadOnlyList<CourseBar>> BarsAsync(
        Journal journal,
        LocalDate from,
        LocalDate to,
        CancellationToken stop = default
    )
    {
        var names = (await journal.AllAsync<Treatment>(stop)).ToDictionary(t => t.Id, t => t.Name);
        var regular = (await journal.AllAsync<Course>(stop)).Where(c =>
            names.ContainsKey(c.TreatmentId) && IsRegularIn(c)
        );
        return
        [
            .. regular
                .GroupBy(c => c.TreatmentId)
                .OrderBy(g => g.Min(c => c.Start))
                .Select(g => new CourseBar(names[g.Key], Joined(g.OrderBy(c => c.Start).Select(Within)))),
        ];

        bool IsRegularIn(Course course) =>
            !course.AsNeeded && course.Start <= to && (course.End is null || course.End >= from);

        (LocalDate, LocalDate) Within(Course course) =>
            (LocalDate.Max(course.Start, from), course.End is { } end && end < to ? end : to);
    }

    /// <summary>
    /// A course that begins while another goes on, or on the day after it, is no new beginning: another dose of the same.
    /// </summary>
    /// <param name="spans">By their first day.</param>
    private static List<(LocalDate From, LocalDate To)> Joined(IEnumerable<(LocalDate From, LocalDate To)> spans)
    {
        var joined = new List<(LocalDate From, LocalDate To)>();
        foreach (var span in spans)
            if (joined.Count > 0 && span.From <= joined[^1].To.PlusDays(1))
                joined[^1] = (joined[^1].From, LocalDate.Max(joined[^1].To, span.To));
            else
                joined.Add(span);
        return joined;
    }

    /// <summary>Scores that changed by at least what matters to most people.</summary>
    public IEnumerable<ScoreChange> ChangedScores => Scores.Where(s => s.Matters == true);

    /// <summary>
    /// What began or ended in the weeks before a lasting change, up to the last day it may lie on; no cause, only its
    /// time.
    /// </summary>
    public IEnumerable<(string Name, LocalDate Day, bool Began)> Before(Analysis.ChangePoint change)
    {
        var (from, to) = (Epoch.ToLocalDate(change.FromDay - DaysBeforeChange), Epoch.ToLocalDate(change.ToDay));
        return Courses
            .SelectMany(EndsOf)
            .Where(e => e.Day >= from && e.Day <= to && e.Day > Findings.First && e.Day < Findings.Last)
            .OrderBy(e => e.Day);
    }

    private static IEnumerable<(string Name, LocalDate Day, bool Began)> EndsOf(CourseBar bar) =>
        bar.Spans.SelectMany(s => new[] { (bar.Name, s.From, true), (bar.Name, s.To, false) });
}
