using Inomya.Content;
using Inomya.Findings;
using Inomya.Function;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Work;

/// <summary>The person's own days as a letter may tell them: counts and middles, nothing else of the journal.</summary>
/// <param name="From">The first day counted.</param>
/// <param name="To">The last one.</param>
/// <param name="Measures">By id, those with enough recorded days.</param>
/// <param name="Activities">With enough answered days, of the groups that name no symptom.</param>
public sealed record LetterDays(
    LocalDate From,
    LocalDate To,
    IReadOnlyDictionary<string, WindowCount> Measures,
    IReadOnlyList<FunctionCount> Activities
)
{
    public int Days => Period.DaysBetween(From, To) + 1;

    /// <summary>Reads the last days up to today.</summary>
    public static async Task<LetterDays> ReadAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        FunctionShelf functions,
        LetterRules rules,
        CancellationToken stop = default
    )
    {
        var (from, to) = (journal.Today.PlusDays(1 - rules.WindowDays), journal.Today);
        var series = await DaySeriesReader.ReadAsync(journal, catalogue, from, to, stop);
        var told = await journal.AllAsync<FunctionDay>(stop);
        var file = FunctionFile.Of(told, functions, from, to);
        return new LetterDays(
            from,
            to,
            (series?.Columns ?? [])
                .Where(c => MayBeTold(c, rules))
                .Select(CountOf)
                .Where(IsEnough)
                .ToDictionary(c => c.Column.Key.Measure),
            [.. file.Counts.Where(c => c.Answered >= rules.LeastDays && IsOfGroups(c))]
        );

        bool IsEnough(WindowCount count) =>
            count.Now.Recorded >= (count.Column.Measure!.Kind == MeasureKind.YesNo ? 1 : rules.LeastDays);

        bool IsOfGroups(FunctionCount count) =>
            functions.Find(count.Activity) is { } activity && rules.Groups.Contains(activity.Group);
    }

    /// <summary>A rating of the whole person on its usual scale: no treatment, no place, nothing private.</summary>
    private static bool MayBeTold(DayColumn column, LetterRules rules) =>
        column is { Key: { Region: null, Scale: null, Treatment: null }, Measure: not null }
        && column.Measure.OwnName is null
        && !rules.PrivateMeasures.Contains(column.Key.Measure);

    private static WindowCount CountOf(DayColumn column) => new(column, Summary.Of(column.Values));
}
