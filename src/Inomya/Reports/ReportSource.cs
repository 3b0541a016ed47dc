using Inomya.Content;
using Inomya.Evidence;
using Inomya.Experiments;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Medicines;
using Inomya.Questionnaires;
using Inomya.Series;
using Inomya.Story;
using Inomya.WhatHelped;
using NodaTime;

namespace Inomya.Reports;

/// <summary>Everything a report is made from, read once.</summary>
public sealed record ReportSource(
    Person Person,
    LocalDate From,
    LocalDate To,
    LocalDate MadeOn,
    DaySeries? Series,
    FindingReport? Findings,
    int DaysRecorded,
    IReadOnlyList<Treatment> Treatments,
    IReadOnlyList<Course> Courses,
    IReadOnlyList<Intake> Intakes,
    IReadOnlyList<SideEffect> SideEffects,
    IReadOnlyList<Flare> Flares
)
{
    /// <summary>Tests of one's own on the outcome of the findings.</summary>
    public IReadOnlyList<Tested> Tested { get; init; } = [];

    /// <summary>The person's story; written only where it is asked for.</summary>
    public IReadOnlyList<HistoryItem> History { get; init; } = [];

    /// <summary>The whole of it, whatever days the report is about; null where nothing can be told.</summary>
    public PersonStory? Story { get; init; }

    /// <summary>The days of a report for a visit.</summary>
    public VisitWindow Window { get; init; } = new(From, To, false);

    /// <summary>The days were asked for.</summary>
    public bool IsAskedFor { get; init; }

    /// <summary>Days of the window with a record.</summary>
    public int WindowRecorded { get; init; } = DaysRecorded;

    /// <summary>What was prepared for the visit that comes, or for the one that the report is for; null for nothing.</summary>
    public VisitPart? Visit { get; init; }

    public IReadOnlyList<Allergy> Allergies { get; init; } = [];
    public IReadOnlyList<Cost> Costs { get; init; } = [];

    /// <summary>How activities went, of all days.</summary>
    public IReadOnlyList<FunctionDay> FunctionDays { get; init; } = [];

    /// <summary>The main score of each questionnaire, the last finished first.</summary>
    public IReadOnlyList<ScoreChange> Scores { get; init; } = [];

    /// <summary>Each course with what came after it.</summary>
    public IReadOnlyList<Tried> Helped { get; init; } = [];

    /// <summary>What the medicine check tells of the list of today, the most pressing first.</summary>
    public IReadOnlyList<MedicineFinding> Checked { get; init; } = [];

    /// <summary>Names on the list of today.</summary>
    public IReadOnlyList<string> Taken { get; init; } = [];

    /// <summary>Null where no result is noted.</summary>
    public LabReadings? Laboratory { get; init; }

    public int Days => Period.DaysBetween(From, To) + 1;

    /// <summary>After so many days without a record a report ends with the last one instead of today.</summary>
    private const int StillGoingDays = 30;

    /// <summary>Reads a journal; as long as nothing is written to it, once a day and stretch of days.</summary>
    /// <param name="words">In whose language treatments are found among the evidence cards.</param>
    /// <param name="from">Null takes the first day recorded.</param>
    /// <param name="to">Null takes today, or the last day recorded when that is long ago.</param>
    /// <returns>
    /// Null when nothing was ever recorded or <paramref name="to"/> is before <paramref name="from"/>.
    /// </returns>
    public static Task<ReportSource?> ReadAsync(
        Journal journal,
        ReportShelf shelf,
        Words words,
        LocalDate? from,
        LocalDate? to,
        CancellationToken stop = default
    ) =>
        KeptReadings.OfAsync(
            journal,
            (shelf.Measures, words.Language, from, to, journal.Today),
            () => ReadNowAsync(journal, shelf, words, from, to, stop),
            stop
        );

    private static async Task<ReportSource?> ReadNowAsync(
        Journal journal,
        ReportShelf shelf,
        Words words,
        LocalDate? from,
        LocalDate? to,
        CancellationToken stop
    )
    {
        if (await PeriodAsync(journal, from, to, stop) is not var (first, last))
            return null;
        var source = await DaysAsync(journal, shelf.Measures, first, last, from is null && to is null, stop);
        var visits = await journal.AllAsync<Appointment>(stop);
        source = source with
        {
            IsAskedFor = from is not null || to is not null,
            Window = from is null
                ? VisitWindow.Of(visits, first, last, shelf.Rules)
                : new VisitWindow(first, last, false),
            Visit = VisitPart.Coming(visits, await journal.AllAsync<VisitNotes>(stop), journal.Today, words),
            History = await journal.AllAsync<HistoryItem>(stop),
            Allergies = await journal.AllAsync<Allergy>(stop),
            Costs = await journal.AllAsync<Cost>(stop),
            FunctionDays = await journal.AllAsync<FunctionDay>(stop),
            Story = await PersonStory.ReadAsync(journal, shelf.Measures, shelf.Instruments, null, stop),
            Scores = [.. PersonStory.ScoresOf(await journal.AllAsync<Response>(stop), shelf.Instruments)],
        };
        source = await WithMedicinesAsync(source, journal, shelf, words, stop);
        return source with
        {
            WindowRecorded = await DaysRecordedAsync(journal, source.Window.From, source.Window.To, stop),
            Laboratory = await LabReadings.ReadAsync(journal, shelf.Tests, shelf.Limits, stop)
                is { All.Count: > 0 } labs
                ? labs
                : null,
        };
    }

    private static async Task<ReportSource> WithMedicinesAsync(
        ReportSource source,
        Journal journal,
        ReportShelf shelf,
        Words words,
        CancellationToken stop
    )
    {
        var names = new EvidenceWords(words);
        var helped = await WhatHelpedReview.OfAsync(
            journal,
            shelf.Measures,
            name => EvidenceMatch.For(shelf.Cards, name, names.Name),
            shelf.Helped,
            stop
        );
        var list = await CurrentMedicines.OnAsync(journal, journal.Today, shelf.Medicines, stop);
        var facts = await CurrentMedicines.FactsAsync(journal, stop);
        return source with
        {
            Helped = helped?.Courses(stop) ?? [],
            Checked = new MedicineCheck(shelf.Medicines).Check(list, journal.Today, facts),
            Taken = [.. CurrentMedicines.Now(list, journal.Today).Select(m => m.Name)],
        };
    }

    /// <summary>What was recorded and found on the days.</summary>
    private static async Task<ReportSource> DaysAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        LocalDate first,
        LocalDate last,
        bool all,
        CancellationToken stop
    )
    {
        var series = await DaySeriesReader.ReadAsync(journal, catalogue, first, last, stop);
        var courses = await journal.AllAsync<Course>(stop);
        var treatments = await journal.AllAsync<Treatment>(stop);
        var findings = all
            ? await JournalFindings.ReadAsync(journal, catalogue, null, stop)
            : await FindingsOfAsync(
                journal,
                series,
                JournalFindings.AsNeeded(treatments, courses),
                journal.StopOr(stop)
            );
        return new ReportSource(
            journal.Person,
            first,
            last,
            journal.Today,
            series,
            findings,
            await DaysRecordedAsync(journal, first, last, stop),
            treatments,
            courses,
            await journal.IntakesAsync(first, last, stop),
            await journal.AllAsync<SideEffect>(stop),
            await journal.AllAsync<Flare>(stop)
        )
        {
            Tested = findings is null
                ? []
                : await Experiments.Tested.OfAsync(journal, catalogue, findings.Outcome.Key.Name, stop),
        };
    }

    private static async Task<(LocalDate First, LocalDate Last)?> PeriodAsync(
        Journal journal,
        LocalDate? from,
        LocalDate? to,
        CancellationToken stop
    )
    {
        if ((await journal.SpanAsync(stop) ?? await SpanWithoutDiaryAsync(journal, stop)) is not { } span)
            return null;
        var isOver = span.Last < journal.Today.PlusDays(-StillGoingDays);
        var (first, last) = (from ?? span.First, to ?? (isOver ? span.Last : journal.Today));
        return last < first ? null : (first, last);
    }

    /// <summary>Who wrote no diary may have medicines, results, questionnaires and questions all the same.</summary>
    private static async Task<(LocalDate First, LocalDate Last)?> SpanWithoutDiaryAsync(
        Journal journal,
        CancellationToken stop
    )
    {
        IEnumerable<LocalDate> days =
        [
            .. (await journal.AllAsync<Course>(stop)).Select(c => c.Start),
            .. (await journal.AllAsync<LabResult>(stop)).Select(r => r.Day),
            .. (await journal.AllAsync<Response>(stop)).Select(r => r.Day),
            .. (await journal.AllAsync<FunctionDay>(stop)).Select(d => d.Day),
            .. (await journal.AllAsync<Allergy>(stop)).Select(_ => journal.Today),
            .. (await journal.AllAsync<VisitNotes>(stop)).Select(_ => journal.Today),
        ];
        var past = days.Where(d => d <= journal.Today).ToList();
        return past.Count == 0 ? null : (past.Min(), journal.Today);
    }

    /// <summary>Of some days alone; of all of them the page has them.</summary>
    private static async Task<FindingReport?> FindingsOfAsync(
        Journal journal,
        DaySeries? series,
        IReadOnlySet<string> asNeeded,
        CancellationToken stop
    )
    {
        if (series is null)
            return null;
        var settings = await journal.SettingsAsync(stop);
        return JournalFindings.Of(
            series,
            settings.GetValueOrDefault(JournalFindings.OutcomeSetting),
            asNeeded,
            new FindingQuestion { Flare = OwnFlare.Parse(settings.GetValueOrDefault(OwnFlare.Setting)) },
            stop
        );
    }

    private static async Task<int> DaysRecordedAsync(
        Journal journal,
        LocalDate first,
        LocalDate last,
        CancellationToken stop
    ) => (await journal.PointsAsync(first, last, stop)).SelectMany(c => c.Days).Distinct().Count();
}
