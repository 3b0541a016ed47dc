using Inomya.Content;
using Inomya.Experiments;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
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

    public int Days => Period.DaysBetween(From, To) + 1;

    /// <summary>After so many days without a record a report ends with the last one instead of today.</summary>
    private const int StillGoingDays = 30;

    /// <summary>Reads a journal; as long as nothing is written to it, once a day and stretch of days.</summary>
    /// <param name="from">Null takes the first day recorded.</param>
    /// <param name="to">Null takes today, or the last day recorded when that is long ago.</param>
    /// <returns>
    /// Null when nothing was ever recorded or <paramref name="to"/> is before <paramref name="from"/>.
    /// </returns>
    public static Task<ReportSource?> ReadAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        LocalDate? from,
        LocalDate? to,
        CancellationToken stop = default
    ) =>
        KeptReadings.OfAsync(
            journal,
            (catalogue, from, to, journal.Today),
            () => ReadNowAsync(journal, catalogue, from, to, stop),
            stop
        );

    private static async Task<ReportSource?> ReadNowAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        LocalDate? from,
        LocalDate? to,
        CancellationToken stop
    )
    {
        if (await PeriodAsync(journal, from, to, stop) is not var (first, last))
            return null;
        var series = await DaySeriesReader.ReadAsync(journal, catalogue, first, last, stop);
        var courses = await journal.AllAsync<Course>(stop);
        var treatments = await journal.AllAsync<Treatment>(stop);
        var findings =
            from is null && to is null
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
            History = await journal.AllAsync<HistoryItem>(stop),
        };
    }

    private static async Task<(LocalDate First, LocalDate Last)?> PeriodAsync(
        Journal journal,
        LocalDate? from,
        LocalDate? to,
        CancellationToken stop
    )
    {
        if (await journal.SpanAsync(stop) is not { } span)
            return null;
        var isOver = span.Last < journal.Today.PlusDays(-StillGoingDays);
        var (first, last) = (from ?? span.First, to ?? (isOver ? span.Last : journal.Today));
        return last < first ? null : (first, last);
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
