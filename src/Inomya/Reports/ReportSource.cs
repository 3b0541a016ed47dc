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

    /// <summary>Reads a journal.</summary>
    /// <param name="from">Null takes the first day recorded.</param>
    /// <param name="to">Null takes today, or the last day recorded when that is long ago.</param>
    /// <returns>
    /// Null when nothing was ever recorded or <paramref name="to"/> is before <paramref name="from"/>.
    /// </returns>
    public static async Task<ReportSource?> ReadAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        LocalDate? from,
        LocalDate? to,
        CancellationToken stop = default
    )
    {
        if (await journal.SpanAsync(stop) is not { } span)
            return null;
        var (first, last) = (
            from ?? span.First,
            to ?? (span.Last < journal.Today.PlusDays(-StillGoingDays) ? span.Last : journal.Today)
        );
        if (last < first)
            return null;
        var series = await DaySeriesReader.ReadAsync(journal, catalogue, first, last, stop);
        var settings = await journal.SettingsAsync(stop);
        var question = new FindingQuestion { Flare = OwnFlare.Parse(settings.GetValueOrDefault(OwnFlare.Setting)) };
        var courses = await journal.AllAsync<Course>(stop);
        var treatments = await journal.AllAsync<Treatment>(stop);
        var findings = series is null
            ? null
            : JournalFindings.Of(
                series,
                settings.GetValueOrDefault(JournalFindings.OutcomeSetting),
                JournalFindings.AsNeeded(treatments, courses),
                question,
                stop
            );
        return new ReportSource(
            journal.Person,
            first,
            last,
            journal.Today,
            series,
            findings,
            (await journal.PointsAsync(first, last, stop)).SelectMany(c => c.Days).Distinct().Count(),
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
}
