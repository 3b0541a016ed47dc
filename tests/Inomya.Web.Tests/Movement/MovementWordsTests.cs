using Inomya.Content;
using Inomya.Journals;
using Inomya.Movement;
using Inomya.Web.Movement;
using NodaTime;

namespace Inomya.Web.Tests.Movement;

/// <summary>Sentences of movement hold for the numbers that they are said with.</summary>
public class MovementWordsTests
{
    private static readonly ContentFolder Content = new();
    private static readonly MovementRules Rules = MovementRules.Read(Content);
    private static readonly Words En = new(Content, "en"),
        Es = new(Content, "es");
    private static readonly LocalDate Day = new(2026, 3, 2);

    private static MovementSession Session(MovementKind kind, double? minutes) =>
        new()
        {
            Day = Day,
            Kind = kind,
            Minutes = minutes,
        };

    private static MovementWeek Week(WeekDecision decision, int done, int worse = 0, int days = 3) =>
        new()
        {
            Number = 3,
            First = Day,
            Minutes = 20,
            Sessions = 3,
            Done = done,
            Told = done,
            DoneMinutes = done == 0 ? null : done * 8,
            NotTold = 0,
            Days = days,
            Worse = worse,
            Unknown = 0,
            InFlare = false,
            BeganFlare = false,
            Decision = decision,
            NextMinutes = 22,
        };

    [Fact]
    public void Minutes_of_a_week_are_those_that_a_plan_counts_and_sessions_are_all()
    {
        string Said(params MovementSession[] sessions) => En.WrittenDown(sessions, Rules);
        var (walk, long1, strength) = (
            Session(MovementKind.Aerobic, 8),
            Session(MovementKind.Water, 95),
            Session(MovementKind.Strength, 30)
        );
        Assert.Equal("2 sessions are written down: 103 minutes.", Said(walk, long1));
        Assert.Equal("2 sessions are written down. Minutes of those that count for a plan: 95.", Said(long1, strength));
        // of a kind that is counted by sets nobody owes the minutes
        Assert.Equal("1 session is written down.", Said(Session(MovementKind.Strength, null)));
        Assert.Equal("1 session is written down.", Said(strength));
        Assert.Equal(
            "2 sessions are written down. Of 1 session the minutes are not told; that is not 0.",
            Said(strength, Session(MovementKind.TaiChi, null))
        );
    }

    [Fact]
    public void The_numbers_of_a_week_are_a_sentence_in_both_languages_and_nothing_is_not_minutes_that_were_not_told()
    {
        Assert.Equal(
            "Planned: 20 minutes, on 3 days. Written down: 8 minutes, on 1 day.",
            En.LineOf(Week(WeekDecision.HoldFew, done: 1))
        );
        Assert.Equal(
            "Plan: 20 minutos, en 3 días. Apuntado: 8 minutos, en 1 día.",
            Es.LineOf(Week(WeekDecision.HoldFew, done: 1))
        );
        Assert.Equal(
            "Planned: 20 minutes, on 3 days. No session that counts for it is written down.",
            En.LineOf(Week(WeekDecision.HoldNotRecorded, done: 0))
        );
    }

    [Fact]
    public void What_is_said_of_a_decision_holds_for_its_numbers()
    {
        string Said(MovementWeek week) => En.DecisionOf(week, Rules);
        // sessions of one day are one of the days, however many they were
        Assert.StartsWith("Sessions are written down on 1 day, 3 planned.", Said(Week(WeekDecision.HoldFew, done: 1)));
        Assert.StartsWith(
            "After the sessions of 1 day the next",
            Said(Week(WeekDecision.HoldPayback, done: 3, worse: 1))
        );
        Assert.StartsWith(
            "After the sessions of 2 days the next",
            Said(Week(WeekDecision.DownPayback, done: 3, worse: 2))
        );
        // strength alone is a session, but none of the plan
        Assert.StartsWith(
            "No session that counts for the plan is written down",
            Said(Week(WeekDecision.HoldNotRecorded, done: 0))
        );
        Assert.Contains($"after {Rules.GoodWeeks} such weeks in a row", Said(Week(WeekDecision.HoldForMore, done: 3)));
        Assert.DoesNotContain("too", Said(Week(WeekDecision.HoldFlare, done: 0)).Split(' ', '.'));
    }
}
