using Inomya.Analysis;
using Inomya.Checkins;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Vocabulary;

namespace Inomya.WeeklyReviews;

/// <summary>Chooses the questions of a person's own that are asked, by what their answers would tell.</summary>
public static class AskingChoice
{
    /// <summary>
    /// The choice from today on, by all that is known now; null where too little is recorded, where too few questions of
    /// the person's own are asked for a part of them to be less, and while a test of theirs goes on.
    /// </summary>
    public static async Task<AskedByValue?> OfAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        WeeklyReviewRules rules,
        CancellationToken stop = default
    )
    {
        var own = await journal.AllAsync<OwnMeasure>(stop);
        var asked = own.Where(o => o.Asked).Select(o => o.Measure).ToHashSet();
        if (
            asked.Count < rules.AskedByValueAtLeast
            || await ExperimentBook.ToRead(journal, catalogue).CurrentAsync(stop) is not null
            || await JournalFindings.ReadAsync(journal, catalogue, stop: stop) is not { DaysStillNeeded: 0 } report
        )
            return null;
        var ranked = Ranked(report, asked);
        return ranked.Count < rules.AskedByValueAtLeast
            ? null
            : new AskedByValue(
                journal.Today.PlusDays(rules.AskedByValueDays),
                (int)Math.Ceiling(ranked.Count * rules.AskedByValueShare),
                report.Outcome.Key.Name,
                ranked
            );
    }

    /// <summary>A question of one's own may stand in several columns, one a scale: the most valuable counts.</summary>
    private static List<AnswerValue> Ranked(FindingReport report, HashSet<string> asked) =>
        [
            .. AskingByValue
                .Of(report.Result, report.Roles)
                .Select(v => v with { Factor = ColumnName.Parse(v.Factor).Measure })
                .Where(v => asked.Contains(v.Factor))
                .DistinctBy(v => v.Factor),
        ];

    /// <summary>Asks by value from today on, or all again.</summary>
    public static async Task SetAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        WeeklyReviewRules rules,
        bool byValue,
        CancellationToken stop = default
    )
    {
        var choice = byValue ? await OfAsync(journal, catalogue, rules, stop) : null;
        await journal.SetAsync(AskedByValue.Setting, choice?.Write() ?? "", stop);
    }

    /// <summary>Chooses anew where the person asked for it; changes nothing where they did not.</summary>
    public static async Task RenewAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        WeeklyReviewRules rules,
        CancellationToken stop = default
    )
    {
        if (AskedByValue.Of(await journal.SettingsAsync(stop)) is not null)
            await SetAsync(journal, catalogue, rules, byValue: true, stop);
    }
}
