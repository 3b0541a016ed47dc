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
    private readonly IReadOnlyList<FlareStretch> _flares;
    private readonly List<MovementWeek> _weeks = [];

    /// <param name="sessions">Of every kind: days after any of them count, minutes those of kinds that can be planned.</param>
    /// <param name="today">The week that it lies in, and later ones, are not over.</param>
    public PlanReplay(
        MovementPlan plan,
        IReadOnlyList<SessionAfter> sessions,
        IReadOnlyList<Flare> flares,
        LocalDate today,
        MovementRules rules
    )
    {
        (_plan, _sessions, _rules) = (plan, sessions, rules);
        _flares = FlareStretch.Of(flares, rules);
        Minutes = Start;
        for (var first = plan.Day; first.PlusDays(DaysInWeek) <= today; first = first.PlusDays(DaysInWeek))
            Review(first);
        FirstOfThisWeek = plan.Day.PlusDays(_weeks.Count * DaysInWeek);
        Rests = _flares.Any(f => f.Touches(FirstOfThisWeek, today));
    }

    /// <summary>The weeks that are over, the first one first.</summary>
    public IReadOnlyList<MovementWeek> Weeks => _weeks;

    /// <summary>Planned for the week that goes on, in minutes; no number to reach while it <see cref="Rests"/>.</summary>
    public double Minutes { get; private set; }

    /// <summary>Planned for one session of it.</summary>
    public double SessionMinutes => Minutes / _plan.Sessions;

    /// <summary>A flare touched the week that goes on: what is left of it has no minutes to reach.</summary>
    public bool Rests { get; }

    public LocalDate FirstOfThisWeek { get; }

    /// <summary>Steps down within the weeks that are looked at for another kind of movement.</summary>
    public int DownsLately => _weeks.TakeLast(_rules.SwitchWithinWeeks).Count(IsDown);

    /// <summary>
    /// Planned for the first week: below what is possible on a bad day, each time, and no more than a start may be.
    /// </summary>
    public double Start => Math.Min(ShareOfBadDay, Math.Min(Math.Max(_rules.StartWeek, Before), Top));

    /// <summary>It could be more by the bad day, and is held down to what a start may be.</summary>
    public bool StartsHeldDown => Start < ShareOfBadDay;

    private double ShareOfBadDay => _plan.BadDayMinutes * _rules.StartShare * _plan.Sessions;

    /// <summary>A week is never planned with less, unless it began with less.</summary>
    private double Floor => Math.Min(Start, _rules.LeastSession * _plan.Sessions);

    private double Top => Math.Max(Before, Math.Min(_rules.TopWeek, _rules.LongestSession * _plan.Sessions));

    /// <summary>
    /// Minutes a week that were told in the weeks before the plan. Weeks without a record make it less: on the careful side.
    /// </summary>
    private double Before =>
        _sessions
            .Where(s => IsPlanned(s) && s.Session.Day < _plan.Day)
            .Where(s => s.Session.Day >= _plan.Day.PlusDays(-DaysInWeek * _rules.RecentWeeks))
            .Sum(s => s.Session.Minutes ?? 0) / _rules.RecentWeeks;

    private void Review(LocalDate first)
    {
        var week = WeekOf(first);
        var decision = Decide(week);
        Minutes = After(decision);
        week = week with { Decision = decision, NextMinutes = Minutes };
        _weeks.Add(week);
        _weeks[^1] = week with { SwitchKind = IsDown(week) && DownsLately >= _rules.StepDownsForSwitch };
    }

    private MovementWeek WeekOf(LocalDate first)
    {
        var last = first.PlusDays(DaysInWeek - 1);
        var all = _sessions.Where(s => s.Session.Day >= first && s.Session.Day <= last).ToList();
        var mine = all.Where(IsPlanned).Select(s => s.Session).ToList();
        var told = mine.Where(s => s.Minutes is not null).ToList();
        var days = all.GroupBy(s => s.Session.Day).Select(AfterOf).ToList();
        return new MovementWeek
        {
            Number = _weeks.Count + 1,
            First = first,
            Minutes = Minutes,
            Sessions = _plan.Sessions,
            Done = DaysOf(mine),
            Told = DaysOf(told),
            DoneMinutes = told.Count == 0 ? null : told.Sum(s => s.Minutes!.Value),
            NotTold = mine.Count - told.Count,
            Days = days.Count,
            Worse = days.Count(a => a == Aftermath.Worse),
            Unknown = days.Count(a => a == Aftermath.Unknown),
            InFlare = _flares.Any(f => f.Touches(first, last)),
            BeganFlare = _flares.Any(f => f.BeginsIn(first, last)),
        };
    }

    private bool IsPlanned(SessionAfter session) => _rules.Planned.Contains(session.Session.Kind);

    private static int DaysOf(IEnumerable<MovementSession> sessions) => sessions.Select(s => s.Day).Distinct().Count();

    /// <summary>What came after the sessions of one day.</summary>
    private static Aftermath AfterOf(IEnumerable<SessionAfter> day) =>
        day.Any(s => s.After == Aftermath.Worse) ? Aftermath.Worse
        : day.Any(s => s.After == Aftermath.Usual) ? Aftermath.Usual
        : Aftermath.Unknown;

    private WeekDecision Decide(MovementWeek week)
    {
        if (week.BeganFlare)
            return DownUnlessLeast(WeekDecision.DownFlare);
        if (week.InFlare)
            return WeekDecision.HoldFlare;
        if (week.Worse >= _rules.PaybacksForStepDown)
            return DownUnlessLeast(WeekDecision.DownPayback);
        if (week.Worse > 0)
            return WeekDecision.HoldPayback;
        if (WhyNotGood(week) is { } why)
            return why;
        if (Minutes >= Top)
            return WeekDecision.HoldTop;
        return GoodWeeksBefore + 1 < _rules.GoodWeeks ? WeekDecision.HoldForMore : WeekDecision.StepUp;
    }

    private WeekDecision DownUnlessLeast(WeekDecision why) => Minutes > Floor ? why : WeekDecision.HoldFloor;

    /// <summary>Null for a week after which there could be more.</summary>
    private WeekDecision? WhyNotGood(MovementWeek week) =>
        week.Done == 0 ? WeekDecision.HoldNotRecorded
        : week.Done < _rules.DoneShare * week.Sessions ? WeekDecision.HoldFew
        : HasItsMinutes(week)
            ? HasItsNextDays(week) ? null
                : WeekDecision.HoldUnknown
        : week.NotTold > 0 ? WeekDecision.HoldNotTold
        : WeekDecision.HoldFewMinutes;

    private bool HasItsMinutes(MovementWeek week) =>
        week.Told >= _rules.DoneShare * week.Sessions && week.DoneMinutes >= _rules.DoneShare * week.Minutes;

    private bool HasItsNextDays(MovementWeek week) => week.Days - week.Unknown >= _rules.KnownShare * week.Days;

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

    /// <summary>Also where it could go no further down.</summary>
    private static bool IsDown(MovementWeek week) =>
        week.Decision is WeekDecision.DownFlare or WeekDecision.DownPayback or WeekDecision.HoldFloor;
}
