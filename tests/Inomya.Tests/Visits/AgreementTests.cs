using Inomya.Journals;
using Inomya.Visits;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Visits;

/// <summary>What was agreed is asked back, one a day, until it is done or dropped.</summary>
public class AgreementTests
{
    private static AgreementBook BookOf(Journal journal) => new(journal, MadeVisits.Rules, MadeVisits.Slip);

    private static VisitOutcome Outcome(string[] typed, params (string Item, string Text)[] ticked) =>
        new(ticked.ToDictionary(t => t.Item, t => t.Text), typed, null, null, null);

    [Fact]
    public async Task One_is_asked_a_day_the_longest_waiting_first()
    {
        var (journal, visit, clock) = await MadeVisits.EmptyAsync();
        var book = BookOf(journal);
        await book.BringBackAsync(visit, Outcome(["Walk", "Write down sleep"]), null);
        Assert.Null(await book.OfTodayAsync());
        clock.Advance(Duration.FromDays(MadeVisits.Rules.FirstAskDays));
        var first = (await book.OfTodayAsync())!;
        Assert.Equal(first, await book.OfTodayAsync()); // looked at, not answered
        await book.AnswerAsync(first.Id, AgreementState.Open);
        Assert.Null(await book.OfTodayAsync());
        clock.Advance(Duration.FromDays(1));
        Assert.NotEqual(first.Id, (await book.OfTodayAsync())!.Id);
    }

    [Fact]
    public async Task Not_yet_is_asked_again_later_and_what_is_done_or_dropped_never()
    {
        var (journal, visit, clock) = await MadeVisits.EmptyAsync();
        var book = BookOf(journal);
        await book.BringBackAsync(visit, Outcome(["Walk"]), null);
        clock.Advance(Duration.FromDays(MadeVisits.Rules.FirstAskDays));
        var asked = (await book.OfTodayAsync())!;
        await book.AnswerAsync(asked.Id, AgreementState.Open);
        clock.Advance(Duration.FromDays(MadeVisits.Rules.AskAgainDays - 1));
        Assert.Null(await book.OfTodayAsync());
        clock.Advance(Duration.FromDays(1));
        Assert.Equal(asked.Id, (await book.OfTodayAsync())!.Id);
        await book.AnswerAsync(asked.Id, AgreementState.Dropped);
        clock.Advance(Duration.FromDays(100));
        Assert.Null(await book.OfTodayAsync());
        var listed = Assert.Single(await book.AllAsync());
        Assert.Equal((AgreementState.Dropped, journal.Today.PlusDays(-100)), (listed.State, listed.AnsweredOn!.Value));
    }

    [Fact]
    public async Task When_to_worry_is_kept_in_view_and_never_asked()
    {
        var (journal, visit, clock) = await MadeVisits.EmptyAsync();
        var book = BookOf(journal);
        await book.BringBackAsync(visit, Outcome([], ("call-if", "Call sooner if: fever"), ("wait", "Wait")), null);
        clock.Advance(Duration.FromDays(50));
        Assert.Null(await book.OfTodayAsync());
        Assert.Equal(2, (await book.AllAsync()).Count);
    }

    [Fact]
    public async Task Sent_twice_it_is_there_once_and_a_tick_taken_away_goes()
    {
        var (journal, visit, _) = await MadeVisits.EmptyAsync();
        var book = BookOf(journal);
        await book.BringBackAsync(visit, Outcome(["Walk"], ("test", "A test"), ("plan", "A plan")), null);
        await book.BringBackAsync(visit, Outcome(["Walk"], ("test", "A test: blood")), null);
        Assert.Equal(["A test: blood", "Walk"], (await book.AllAsync()).Select(a => a.Text).Order());
        Assert.Null(await book.BringBackAsync(visit, Outcome([], ("test", "A test: blood")), null));
        Assert.Null(await book.BringBackAsync(Guid.NewGuid(), Outcome(["x"]), null));
    }

    [Fact]
    public async Task The_next_date_is_a_visit_with_the_same_person_and_the_plan_is_noted()
    {
        var (journal, visit, _) = await MadeVisits.EmptyAsync();
        var day = journal.Today.PlusDays(60);
        var outcome = Outcome([]) with { Plan = "Less sitting", NextDay = day, NextTime = new LocalTime(9, 30) };
        await BookOf(journal).BringBackAsync(visit, outcome, null);
        Assert.Null(await BookOf(journal).BringBackAsync(visit, outcome, null));
        var all = await new VisitBook(journal).AllAsync();
        Assert.Equal(
            [("Dr Vega", (LocalTime?)null), ("Dr Vega", new LocalTime(9, 30))],
            all.Select(v => (v.Appointment.With, v.Appointment.Time))
        );
        Assert.Equal("Less sitting", all[0].Notes!.Plan);
        Assert.Equal(visit, (await new VisitBook(journal).FindAsync(VisitBook.Next))!.Id);
    }
}
