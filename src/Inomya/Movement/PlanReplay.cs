using Inomya.Journals;
using NodaTime;

namespace Inomya.Movement;

/// <summary>Walks through the weeks of a plan and says after each what the next one is: more, the same or less, and why.</summary>
/// <remarks>
/// Nothing of it is kept: the same journal gives the same weeks, and a correction of a day corrects what follows from
/// it. The rules are ours and not validated: docs/methods/movement.md.
/// </remarks>
public sealed class PlanReplay
{
    private const int DaysInWeek = 7;

    private readonly MovementPlan _plan;
    private readonly MovementRules _rules;
    private readonly IReadOnlyList<SessionAfter> _sessions;
    private readonly IReadOnlyList<Flare> _flares;
    private readonly List<MovementWeek> _weeks = [];

    /// <param name="sessions">Of the kind of the plan; others are left out.</param>
    /// <param name="today">The week that it lies in, and later ones, are not over.</param>
    public PlanReplay(
        MovementPlan plan,
        IReadOnlyList<SessionAfter> sessions,
        IReadOnlyList<Flare> flares,
        LocalDate today,
        MovementRules rules
    )
    {
        (_plan, _flares, _rules) = (plan, flares, rules);
        _sessions = [.. sessions.Where(s => rules.Planned.Contains(s.Session.Kind))];
        Minutes = Start;
        for (var first = plan.Day; first.PlusDays(DaysInWeek) <= today; first = first.PlusDays(DaysInWeek))
            Review(first);
        FirstOfThisWeek = plan.Day.PlusDays(_weeks.Count * DaysInWeek);
    }

    /// <summary>The weeks that are over, the first one first.</summary>
    public IReadOnlyList<MovementWeek> Weeks => _weeks;

    /// <summary>Planned for the week that goes on, in minutes.</summary>
    public double Minutes { get; private set; }

    /// <summary>Planned for one session of it.</summary>
    public double SessionMinutes => Minutes / _plan.Sessions;

    public LocalDate FirstOfThisWeek { get; }

    /// <summary>Below what is possible on a bad day, each time.</summary>
    private double Start => _plan.BadDayMinutes * _rules.StartShare * _plan.Sessions;

    /// <summary>A week is never planned with less, unless it began with less.</summary>
    private double Floor => Math.Min(Start, _rules.LeastSession * _plan.Sessions);

    private double Top => Math.Max(Start, Math.Min(_rules.TopWeek, _rules.LongestSession * _plan.Sessions));

    private void Review(LocalDate first)
    {
        var mine = _sessions.Where(s => IsIn(s.Session.Day, first)).ToList();
        var week = new MovementWeek(
            _weeks.Count + 1,
            first,
            Minutes,
            _plan.Sessions,
            mine.Count,
            mine.Sum(s => s.Session.Minutes ?? 0),
            mine.Count(s => s.After == Aftermath.Worse),
            mine.Count(s => s.After == Aftermath.Unknown),
            _flares.Any(f => IsFlareIn(f, first)),
            WeekDecision.HoldForMore,
            Minutes,
            false
        );
        var decision = Decide(week);
        Minutes = After(decision);
        week = week with { Decision = decision, NextMinutes = Minutes };
        _weeks.Add(week);
        _weeks[^1] = week with { SwitchKind = IsDown(week) && DownsLately >= _rules.StepDownsForSwitch };
    }

    private static bool IsIn(LocalDate day, LocalDate first) => day >= first && day < first.PlusDays(DaysInWeek);

    private static bool IsFlareIn(Flare flare, LocalDate first) =>
        flare.Start < first.PlusDays(DaysInWeek) && (flare.End is not { } end || end >= first);

    private WeekDecision Decide(MovementWeek week)
    {
        if (week.InFlare)
            return _weeks is [.., { InFlare: true }] ? WeekDecision.HoldFlare : WeekDecision.DownFlare;
        if (week.Worse >= _rules.PaybacksForStepDown)
            return WeekDecision.DownPayback;
        if (week.Worse > 0)
            return WeekDecision.HoldPayback;
        if (WhyNotGood(week) is { } why)
            return why;
        if (GoodWeeksBefore + 1 < _rules.GoodWeeks)
            return WeekDecision.HoldForMore;
        return Minutes >= Top ? WeekDecision.HoldTop : WeekDecision.StepUp;
    }

    /// <summary>Null for a week after which there could be more.</summary>
    private WeekDecision? WhyNotGood(MovementWeek week) =>
        week.Done == 0 ? WeekDecision.HoldNotRecorded
        : week.Done < _rules.DoneShare * week.Sessions ? WeekDecision.HoldFew
        : week.Done - week.Unknown < _rules.KnownShare * week.Done ? WeekDecision.HoldUnknown
        : null;

    /// <summary>Good weeks in a row up to now, since the last change.</summary>
    private int GoodWeeksBefore =>
        _weeks.AsEnumerable().Reverse().TakeWhile(w => w.Decision == WeekDecision.HoldForMore).Count();

    private double After(WeekDecision decision) =>
        decision switch
        {
            WeekDecision.StepUp => Math.Min(Top, Minutes * (1 + _rules.StepUp)),
            WeekDecision.DownFlare or WeekDecision.DownPayback => Math.Max(Floor, Minutes * (1 - _rules.StepDown)),
            _ => Minutes,
        };

    private static bool IsDown(MovementWeek week) =>
        week.Decision is WeekDecision.DownFlare or WeekDecision.DownPayback;

    private int DownsLately => _weeks.TakeLast(_rules.SwitchWithinWeeks).Count(IsDown);
}
