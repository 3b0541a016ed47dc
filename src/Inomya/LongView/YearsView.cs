using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Questionnaires;
using Inomya.Series;
using Inomya.Story;
using NodaTime;

namespace Inomya.LongView;

/// <summary>Months and years on one timeline: counts and means of what was recorded, and the story as it is told elsewhere.</summary>
/// <param name="Story">What was found already; nothing is claimed beside it.</param>
/// <param name="Columns">The outcome first.</param>
/// <param name="Events">The first one first.</param>
public sealed record YearsView(
    LocalDate Today,
    PersonStory Story,
    IReadOnlyList<LongColumn> Columns,
    IReadOnlyList<LongEvent> Events,
    IReadOnlyList<Anniversary> Anniversaries,
    BackThen? Back
)
{
    /// <summary>How long ago is looked back at.</summary>
    public const int YearsBack = 2;

    private const int DaysAround = 15;
    private const int NotesAround = 7;

    /// <summary>Days up to today that stand beside those of back then.</summary>
    public const int LastDays = 30;

    /// <summary>Measures beside the outcome in the tables.</summary>
    private const int MostColumns = 3;

    /// <summary>Null for a journal without an outcome.</summary>
    public static async Task<YearsView?> ReadAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        Instruments instruments,
        CancellationToken stop = default
    )
    {
        if (await PersonStory.ReadAsync(journal, catalogue, instruments, stop: stop) is not { } story)
            return null;
        var events = await EventsAsync(journal, story, stop);
        var columns = ColumnsOf(story.Findings);
        return new YearsView(
            journal.Today,
            story,
            columns,
            events,
            [.. Anniversary.About(journal.Today, events)],
            await BackAsync(journal, story.Findings.Series, columns, stop)
        );
    }

    private static IReadOnlyList<LongColumn> ColumnsOf(FindingReport findings) =>
        [
            .. StorySentences
                .Columns(findings)
                .Take(MostColumns)
                .Select(c => LongColumn.Of(c, findings.Counted(c), findings.First)),
        ];

    private static async Task<IReadOnlyList<LongEvent>> EventsAsync(
        Journal journal,
        PersonStory story,
        CancellationToken stop
    )
    {
        var names = (await journal.AllAsync<Treatment>(stop)).ToDictionary(t => t.Id, t => t.Name);
        var courses = (await journal.AllAsync<Course>(stop)).Where(c => names.ContainsKey(c.TreatmentId)).ToList();
        return
        [
            .. courses
                .Select(c => new LongEvent(c.Start, LongEventKind.Began, names[c.TreatmentId]))
                .Concat(
                    courses
                        .Where(c => c.End is not null)
                        .Select(c => new LongEvent(c.End!.Value, LongEventKind.Ended, names[c.TreatmentId]))
                )
                .Concat(story.Flares.Select(f => new LongEvent(f.Start, LongEventKind.FlareBegan, "")))
                .Where(e => e.Day <= journal.Today)
                .OrderBy(e => e.Day),
        ];
    }

    /// <summary>Null where nothing was recorded or written back then.</summary>
    private static async Task<BackThen?> BackAsync(
        Journal journal,
        DaySeries series,
        IReadOnlyList<LongColumn> columns,
        CancellationToken stop
    )
    {
        var day = journal.Today.PlusYears(-YearsBack);
        var (from, to) = (day.PlusDays(-DaysAround), day.PlusDays(DaysAround));
        var last = journal.Today.PlusDays(1 - LastDays);
        var rows = columns
            .Select(c => new BackThenRow(c.Column, Mean(c, series, from, to), Mean(c, series, last, journal.Today)))
            .ToList();
        var notes = await journal.NotesAsync(day.PlusDays(-NotesAround), day.PlusDays(NotesAround), stop);
        return notes.Count == 0 && rows.TrueForAll(r => r.Then is null) ? null : new BackThen(from, to, rows, notes);
    }

    private static MonthMean? Mean(LongColumn column, DaySeries series, LocalDate from, LocalDate to)
    {
        var first = Math.Max(0, Period.DaysBetween(series.First, from));
        var last = Math.Min(series.Days - 1, Period.DaysBetween(series.First, to));
        if (last < first)
            return null;
        return
            LongColumn.MeanOf(from, column.Counted.Values.Skip(first).Take(last - first + 1)) is { Recorded: > 0 } mean
            ? mean
            : null;
    }
}
