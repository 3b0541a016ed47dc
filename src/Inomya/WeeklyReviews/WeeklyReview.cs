using Inomya.Analysis;
using Inomya.Checkins;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.WeeklyReviews;

/// <summary>The look back at a week: what changed, what to try, what to drop.</summary>
/// <param name="Changes">Against the weeks before, function first; those with too few days are left out.</param>
/// <param name="Try">What came before better or worse days most surely, and could be tested; null when nothing did.</param>
/// <param name="Drop">Questions that need not be asked any more.</param>
/// <param name="OnceAWeek">Pain was so steady that once a week would tell as much.</param>
public sealed record WeeklyReview(
    IReadOnlyList<WeekChange> Changes,
    TestOffer? Try,
    IReadOnlyList<DropOffer> Drop,
    bool OnceAWeek
)
{
    private const string Function = "function",
        Pain = "pain";

    /// <summary>What is asked, and of which it cannot be told yet how the week was: too few days are noted.</summary>
    public IReadOnlyList<Measure> NotToldYet { get; init; } = [];

    /// <summary>Whether anything is worth trying cannot be told yet: the days leave it open.</summary>
    public bool TryIsOpen { get; init; } = true;

    /// <summary>Whether a question could be dropped cannot be told yet: too few days have a check-in.</summary>
    public bool DropIsOpen { get; init; } = true;

    /// <summary>The week up to today.</summary>
    /// <param name="design">Says what can be tested.</param>
    public static async Task<WeeklyReview> ReadAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        WeeklyReviewRules rules,
        DesignRules design,
        CancellationToken stop = default
    )
    {
        var first = journal.Today.PlusDays(1 - rules.WeekDays - rules.UsualDays);
        var series = await DaySeriesReader.ReadAsync(journal, catalogue, first, journal.Today, stop);
        var report = await JournalFindings.ReadAsync(journal, catalogue, stop: stop);
        if (series is null)
            return new WeeklyReview([], null, [], false);
        var settings = await journal.SettingsAsync(stop);
        var asked = (await journal.MeasuresAsync(catalogue, stop)).All.Where(m => IsAsked(m, settings)).ToList();
        var since = await AskedQuestions.SinceAsync(journal, stop);
        var byValue = AskedByValue.Of(settings)?.Ranked.Select(v => v.Factor).ToHashSet() ?? [];
        // one that is asked by its value was not left empty, it was not asked
        var throughout = asked.Where(m =>
            !byValue.Contains(m.Id) && !IsNewerThan(journal.Today.PlusDays(1 - rules.LookBackDays), m, since)
        );
        var changes = ChangesOf(series, asked, rules);
        return new WeeklyReview(
            changes,
            TryOf(report, design),
            Dropped(series, asked, [.. throughout], report, rules),
            Rhythm.Of(settings) == Rhythm.Daily && IsSteady(series, rules)
        )
        {
            NotToldYet = [.. asked.Where(m => m.Kind != MeasureKind.YesNo).Except(changes.Select(c => c.Measure))],
            TryIsOpen = report is null || report.DaysStillNeeded > 0 || report.CannotTell.Count > 0,
            DropIsOpen = CheckIns(series, rules) < rules.LeastCheckIns,
        };
    }

    /// <summary>It was not asked on all days from this one on.</summary>
    private static bool IsNewerThan(LocalDate day, Measure measure, IReadOnlyDictionary<string, LocalDate> since) =>
        since.TryGetValue(measure.Id, out var from) && from > day;

    /// <summary>Asked every day: a question of every day that was not dropped, or one of the person's own.</summary>
    private static bool IsAsked(Measure measure, IReadOnlyDictionary<SettingKey, string> settings) =>
        measure.Ask is "core" or "own" && Tracked.Is(measure, settings);

    private static List<WeekChange> ChangesOf(DaySeries series, List<Measure> asked, WeeklyReviewRules rules) =>
        [
            .. asked
                .OrderByDescending(m => m.Id == Function)
                .Select(m => ChangeOf(m, series, rules))
                .OfType<WeekChange>(),
        ];

    private static WeekChange? ChangeOf(Measure measure, DaySeries series, WeeklyReviewRules rules)
    {
        if (series.Find(measure.Id) is not { } column || measure.Kind == MeasureKind.YesNo)
            return null;
        var week = Summary.Of(column.Values.AsSpan(^rules.WeekDays..));
        var usual = Summary.Of(column.Values.AsSpan(..^rules.WeekDays));
        return week.Recorded < rules.LeastWeekDays || usual.Recorded < rules.LeastUsualDays
            ? null
            : new WeekChange(measure, week, usual);
    }

    /// <summary>The surest finding that comes before the days it is about, and that can be tested.</summary>
    private static TestOffer? TryOf(FindingReport? report, DesignRules design) =>
        report
            ?.ComesBefore.Where(t => t.Strength is Strength.Likely or Strength.Clear)
            .Select(t => TestOffer.Of(report, t, design))
            .FirstOrDefault(o => o is not null);

    private static List<DropOffer> Dropped(
        DaySeries series,
        List<Measure> asked,
        HashSet<Measure> throughout,
        FindingReport? report,
        WeeklyReviewRules rules
    )
    {
        var ruledOut = RuledOut(report);
        var offers = asked
            .Select(m => (Measure: m, Reason: ReasonOf(m, series, throughout.Contains(m), ruledOut, rules)))
            .Where(o => o.Reason is not null)
            .Select(o => new DropOffer(o.Measure, o.Reason!.Value))
            .ToList();
        var core = asked.Count(m => m.Ask == "core");
        var mayGo = Math.Max(0, core - rules.KeepAtLeast);
        return
        [
            .. offers.Where(o => o.Measure.Ask == "own"),
            .. offers.Where(o => o.Measure.Ask == "core").Take(mayGo),
        ];
    }

    private static HashSet<string> RuledOut(FindingReport? report) =>
        report is null
            ? []
            :
            [
                .. AskingByValue
                    .Of(report.Result, report.Roles)
                    .Where(v => v.Reason == AskReason.RuledOut)
                    .Select(v => v.Factor),
            ];

    private static DropReason? ReasonOf(
        Measure measure,
        DaySeries series,
        bool wasAskedThroughout,
        HashSet<string> ruledOut,
        WeeklyReviewRules rules
    )
    {
        if (measure.Id is Function or Pain || CheckIns(series, rules) < rules.LeastCheckIns)
            return null;
        var answers = Last(series.Find(measure.Id)?.Values ?? [], rules.LookBackDays);
        if (answers.Count == 0)
            return wasAskedThroughout ? DropReason.Unused : null;
        if (answers.Count >= rules.SameAnswers && answers.Distinct().Count() == 1)
            return DropReason.AlwaysTheSame;
        return ruledOut.Contains(measure.Id) ? DropReason.NotNeeded : null;
    }

    private static List<double> Last(double[] values, int days) =>
        [.. values.TakeLast(days).Where(v => !double.IsNaN(v))];

    /// <summary>Days of the look back on which any question was answered.</summary>
    private static int CheckIns(DaySeries series, WeeklyReviewRules rules) =>
        Enumerable
            .Range(Math.Max(0, series.Days - rules.LookBackDays), Math.Min(series.Days, rules.LookBackDays))
            .Count(row => series.Columns.Any(c => c.Measure?.Ask is not null && !double.IsNaN(c.Values[row])));

    private static bool IsSteady(DaySeries series, WeeklyReviewRules rules)
    {
        if (series.Find(Pain) is not { } pain)
            return false;
        var usual = Summary.Of(pain.Values.AsSpan(^Math.Min(pain.Values.Length, rules.LookBackDays)..));
        return usual.Recorded >= rules.SteadyDays && usual.High - usual.Low <= rules.SteadySpread;
    }
}
