using Inomya.Content;
using Inomya.Journals;
using Inomya.Series;
using NodaTime;

namespace Inomya.Movement;

/// <summary>All that a journal holds of movement, with what follows from it today.</summary>
/// <param name="Plan">Null while there is none.</param>
/// <param name="Sessions">The newest first.</param>
/// <param name="Replay">Null while there is no plan.</param>
/// <param name="StrengthSteps">By how many steps strength exercises have grown.</param>
public sealed record MovementReview(
    LocalDate Today,
    MovementPlan? Plan,
    IReadOnlyList<SessionAfter> Sessions,
    PlanReplay? Replay,
    int StrengthSteps
)
{
    private const int DaysInWeek = 7;

    public static async Task<MovementReview> ReadAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        MovementRules rules,
        CancellationToken stop = default
    )
    {
        var sessions = (await journal.AllAsync<MovementSession>(stop)).OrderByDescending(s => (s.Day, s.Id)).ToList();
        var plan = (await journal.AllAsync<MovementPlan>(stop)).MaxBy(p => (p.Day, p.Id));
        var series = sessions.Count == 0 ? null : await SeriesAsync(journal, catalogue, sessions[^1].Day, rules, stop);
        var after = new DelayedPayback(series, rules).Of(sessions);
        var flares = await journal.AllAsync<Flare>(stop);
        return new MovementReview(
            journal.Today,
            plan,
            after,
            plan is null ? null : new PlanReplay(plan, after, flares, journal.Today, rules),
            StrengthReplay.Steps(after, flares, journal.Today, rules)
        );
    }

    private static Task<DaySeries?> SeriesAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        LocalDate first,
        MovementRules rules,
        CancellationToken stop
    ) => DaySeriesReader.ReadAsync(journal, catalogue, first.PlusDays(-rules.UsualDays), journal.Today, stop);

    /// <summary>Recorded minutes that stand on the curve, a week on average over the last weeks; null when none are recorded.</summary>
    public double? RecentMinutes(MovementRules rules)
    {
        var from = Today.PlusDays(1 - (DaysInWeek * rules.RecentWeeks));
        var counted = Sessions
            .Where(s => s.Session.Day >= from && s.Session.Day <= Today && rules.Counted.Contains(s.Session.Kind))
            .ToList();
        return counted.Count == 0 ? null : counted.Sum(s => s.Session.Minutes ?? 0) / rules.RecentWeeks;
    }

    /// <summary>Recorded since the first day of the plan's week that goes on; of the last seven days without a plan.</summary>
    public IReadOnlyList<SessionAfter> ThisWeek =>
        [
            .. Sessions.Where(s =>
                s.Session.Day >= (Replay?.FirstOfThisWeek ?? Today.PlusDays(1 - DaysInWeek)) && s.Session.Day <= Today
            ),
        ];

    /// <summary>Sessions of the last days of which neither the journal nor the person says what came after: asked with one tap.</summary>
    public IReadOnlyList<MovementSession> ToAsk(MovementRules rules) =>
        [
            .. Sessions
                .Where(s => s.After == Aftermath.Unknown)
                .Select(s => s.Session)
                .Where(s => s.Next is null && s.Day < Today && s.Day >= Today.PlusDays(-1 - rules.PaybackDays)),
        ];
}
