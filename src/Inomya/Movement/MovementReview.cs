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
/// <param name="StrengthRests">Today lies in a flare or soon after one: nothing is added to strength.</param>
public sealed record MovementReview(
    LocalDate Today,
    MovementPlan? Plan,
    IReadOnlyList<SessionAfter> Sessions,
    PlanReplay? Replay,
    int StrengthSteps,
    bool StrengthRests
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
            StrengthReplay.Steps(after, flares, journal.Today, rules),
            StrengthReplay.Rests(FlareStretch.Of(flares, rules), journal.Today, journal.Today, rules)
        );
    }

    private static Task<DaySeries?> SeriesAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        LocalDate first,
        MovementRules rules,
        CancellationToken stop
    ) => DaySeriesReader.ReadAsync(journal, catalogue, first.PlusDays(-rules.UsualDays), journal.Today, stop);

    /// <summary>Null when no session of those kinds is recorded lately.</summary>
    public RecentMovement? Recent(MovementRules rules)
    {
        var from = Today.PlusDays(1 - (DaysInWeek * rules.RecentWeeks));
        var counted = Sessions
            .Select(s => s.Session)
            .Where(s => s.Day >= from && s.Day <= Today && rules.Counted.Contains(s.Kind))
            .ToList();
        if (counted.Count == 0)
            return null;
        var told = counted.Where(s => s.Minutes is not null).ToList();
        var first = LocalDate.Max(from, Sessions.Min(s => s.Session.Day));
        var weeks = (Period.DaysBetween(first, Today) / DaysInWeek) + 1;
        double? minutes = told.Count == 0 ? null : told.Sum(s => s.Minutes!.Value) / weeks;
        return new RecentMovement(minutes, weeks, counted.Count - told.Count);
    }

    /// <summary>Recorded since the first day of the plan's week that goes on; of the last seven days without a plan.</summary>
    public IReadOnlyList<SessionAfter> ThisWeek =>
        [
            .. Sessions.Where(s =>
                s.Session.Day >= (Replay?.FirstOfThisWeek ?? Today.PlusDays(1 - DaysInWeek)) && s.Session.Day <= Today
            ),
        ];

    /// <summary>
    /// Sessions of which neither the journal nor the person says what came after, once the days after are over and for
    /// some days: asked with one tap, once for a day.
    /// </summary>
    public IReadOnlyList<MovementSession> ToAsk(MovementRules rules)
    {
        var last = Today.PlusDays(-1 - rules.PaybackDays);
        return
        [
            .. Sessions
                .Where(s => s.Session.Day <= last && s.Session.Day > last.PlusDays(-rules.AskDays))
                .GroupBy(s => s.Session.Day)
                .Where(day => day.All(s => s is { After: Aftermath.Unknown, Session.Next: null }))
                .Select(day => day.First().Session),
        ];
    }
}
