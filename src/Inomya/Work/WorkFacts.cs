using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Pacing;
using Inomya.Series;
using NodaTime;

namespace Inomya.Work;

/// <summary>What the person's own days say of hours and limits: what was found and counted already, and nothing new.</summary>
/// <param name="Findings">About the outcome; null for a journal without one.</param>
/// <param name="Pacing">The diary of activity; null where it was never kept.</param>
/// <param name="Function">Getting things done in the days counted; null where it was never recorded.</param>
/// <param name="Before">The same in as many days before.</param>
public sealed record WorkFacts(
    LocalDate Today,
    FindingReport? Findings,
    PacingReview? Pacing,
    PacingRules PacingRules,
    LetterRules Rules,
    Summary? Function,
    Summary? Before
)
{
    public static async Task<WorkFacts> ReadAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        PacingRules pacing,
        LetterRules rules,
        CancellationToken stop = default
    )
    {
        var findings = await JournalFindings.ReadAsync(journal, catalogue, stop: stop);
        var today = journal.Today;
        return new WorkFacts(
            today,
            findings,
            PacingReview.Of(await journal.AllAsync<Activity>(stop), today),
            pacing,
            rules,
            await FunctionAsync(journal, catalogue, rules, today, stop),
            await FunctionAsync(journal, catalogue, rules, today.PlusDays(-rules.WindowDays), stop)
        );
    }

    /// <summary>Days on which the diary of activity was kept.</summary>
    public int DiaryDays => Pacing?.Load.Count(v => !double.IsNaN(v)) ?? 0;

    /// <summary>Units a day; null while too few days were kept.</summary>
    public double? UsualLoad => Pacing?.Usual(Today.PlusDays(1), PacingRules);

    private static async Task<Summary?> FunctionAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        LetterRules rules,
        LocalDate to,
        CancellationToken stop
    )
    {
        var series = await DaySeriesReader.ReadAsync(journal, catalogue, to.PlusDays(1 - rules.WindowDays), to, stop);
        return series?.Find(rules.Function) is { } column ? Summary.Of(column.Values) : null;
    }
}
