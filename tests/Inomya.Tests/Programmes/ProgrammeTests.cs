using Inomya.Analysis;
using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Programmes;

/// <summary>A programme is gone through at one's own pace, by one road or the other, and nothing that was done is lost.</summary>
public class ProgrammeTests
{
    public static TheoryData<string, Road> Roads =>
        [.. ProgrammeWorld.Shelf.In("en").SelectMany(p => Enum.GetValues<Road>().Select(r => (p.Id, r)))];

    [Theory, MemberData(nameof(Roads))]
    public async Task Each_road_of_each_programme_can_be_walked_to_its_end_step_by_step(string programme, Road road)
    {
        var world = await ProgrammeWorld.NewAsync();
        await world.Book.EnrolAsync(programme, road, "It");
        var walked = new List<string>();
        while ((await world.AtAsync(programme)).Next is { } next)
        {
            Assert.Equal(StepStanding.Next, (await world.AtAsync(programme)).StandingOf(next));
            Assert.True(walked.Count < 200, "it ends");
            await world.DoAsync(next.Id, walked.Count % 2 == 0 ? StepForm.Usual : StepForm.TwoMinutes, programme);
            walked.Add(next.Id);
            world.Clock.AdvanceDays(1);
        }
        var at = await world.AtAsync(programme);
        Assert.Equal(at.Text.On(road).Select(s => s.Id), walked);
        Assert.Equal(EndReason.Finished, at.Enrolment.EndedFor);
        Assert.Equal(walked.Count, at.StepsDone);
        if (road == Road.Core)
            Assert.DoesNotContain(at.Steps, s => s.Road == StepRoad.FullOnly);
        // what opens a step of the core never lies on the full road alone
        Assert.All(at.Steps, s =>
            Assert.True(s.OpensAfter is null || walked.IndexOf(s.OpensAfter) < walked.IndexOf(s.Id))
        );
    }

    [Fact]
    public async Task Boosters_come_4_12_and_26_weeks_after_the_end_each_once()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        await FinishAsync(world);
        var seen = new List<int>();
        for (var week = 0; week <= 60; week++)
        {
            if ((await world.AtAsync()).BoosterDue is { } booster)
            {
                seen.Add(week);
                await world.DoAsync(booster.Id);
            }
            world.Clock.AdvanceDays(7);
        }
        Assert.Equal([4, 12, 26], seen);
        Assert.Null((await world.AtAsync()).OfToday);
    }

    private static async Task FinishAsync(ProgrammeWorld world)
    {
        while ((await world.AtAsync()).Next is { } next)
            await world.DoAsync(next.Id);
    }

    [Fact]
    public async Task A_step_may_be_jumped_to_and_those_before_it_still_wait()
    {
        var world = await ProgrammeWorld.InSkillsAsync(Road.Full);
        var steps = (await world.AtAsync()).Steps;
        Assert.Equal(StepStanding.Later, (await world.AtAsync()).StandingOf(steps[10]));
        await world.DoAsync(steps[10].Id);
        var at = await world.AtAsync();
        Assert.Equal(StepStanding.Done, at.StandingOf(steps[10]));
        Assert.Equal(steps[0].Id, at.Next!.Id);
        Assert.Equal(1, at.StepsDone);
    }

    [Fact]
    public async Task A_step_that_was_passed_over_opens_the_next_and_can_be_done_after_all()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        var first = (await world.AtAsync()).Next!;
        await world.DoAsync(first.Id, StepForm.PassedOver);
        var at = await world.AtAsync();
        Assert.Equal(StepStanding.PassedOver, at.StandingOf(first));
        Assert.NotEqual(first.Id, at.Next!.Id);
        Assert.Equal(0, at.StepsDone);
        Assert.NotNull(await world.DoAsync(first.Id));
        Assert.Null(await world.DoAsync(first.Id, StepForm.PassedOver));
        Assert.Equal(StepStanding.Done, (await world.AtAsync()).StandingOf(first));
    }

    [Fact]
    public async Task Two_devices_that_do_the_same_step_write_one()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        var step = (await world.AtAsync()).Next!.Id;
        var changes = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => world.Book.DoAsync("skills", step, StepForm.Usual, $"device-{i}"))
        );
        Assert.Single(changes, c => c is not null);
        Assert.Single(await world.Journal.AllAsync<StepDone>());
    }

    [Fact]
    public async Task Two_devices_that_begin_it_at_once_begin_one()
    {
        var world = await ProgrammeWorld.NewAsync();
        var changes = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => world.Book.EnrolAsync("skills", Road.Core, "Skills", key: $"device-{i}"))
        );
        Assert.Single(changes, c => c is not null);
        Assert.Single(await world.Journal.AllAsync<Enrolment>());
        Assert.Single(await world.Journal.AllAsync<Treatment>());
    }

    [Fact]
    public async Task A_rest_costs_nothing_days_of_it_are_no_weeks_of_the_programme()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        await world.DoAsync((await world.AtAsync()).Next!.Id);
        world.Clock.AdvanceDays(10);
        Assert.Equal(2, (await world.AtAsync()).Week);
        await world.Book.PauseAsync("skills");
        Assert.Null(await world.Book.PauseAsync("skills"));
        world.Clock.AdvanceDays(100);
        var resting = await world.AtAsync();
        Assert.True(resting is { IsResting: true, OfToday: null, Week: 2, StepsDone: 1 });
        Assert.Null(await world.Book.BroughtUpAsync([resting]));
        await world.AnswerGatesAsync();
        await world.Book.GoOnAsync("skills");
        Assert.True(await world.AtAsync() is { IsOn: true, Week: 2, StepsDone: 1, OfToday: not null });
        world.Clock.AdvanceDays(7);
        Assert.Equal(3, (await world.AtAsync()).Week);
    }

    [Fact]
    public async Task A_step_done_on_a_device_during_a_rest_still_counts()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        await world.Book.PauseAsync("skills");
        Assert.NotNull(await world.DoAsync((await world.AtAsync()).Next!.Id));
        Assert.Equal(1, (await world.AtAsync()).StepsDone);
    }

    [Fact]
    public async Task It_may_be_left_and_begun_again_and_what_was_done_then_stays()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        await world.DoAsync((await world.AtAsync()).Next!.Id);
        await world.Book.LeaveAsync("skills");
        var left = await world.AtAsync();
        Assert.True(left is { HasEnded: true, Enrolment.EndedFor: EndReason.Left, BoosterDue: null });
        Assert.Equal(world.Journal.Today, (await world.Journal.AllAsync<Course>()).Single().End);
        world.Clock.AdvanceDays(3);
        Assert.NotNull(await world.Book.EnrolAsync("skills", Road.Full, "Skills"));
        Assert.True(await world.AtAsync() is { IsOn: true, StepsDone: 0 });
        Assert.Single(await world.Journal.AllAsync<StepDone>());
        Assert.Single(await world.Journal.AllAsync<Treatment>());
        Assert.Equal(2, (await world.Journal.AllAsync<Course>()).Count);
    }

    [Fact]
    public async Task What_was_done_counts_on_the_other_road_too()
    {
        var world = await ProgrammeWorld.InSkillsAsync(Road.Full);
        await world.DoAsync((await world.AtAsync()).Next!.Id);
        await world.Book.TakeRoadAsync("skills", Road.Core);
        Assert.True(await world.AtAsync() is { Enrolment.Road: Road.Core, StepsDone: 1 });
    }

    [Fact]
    public async Task A_step_that_vanished_in_a_new_version_is_kept_and_nothing_breaks()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        var steps = (await world.AtAsync()).Steps;
        await world.DoAsync(steps[0].Id);
        var old = world.Programmes.Single(p => p.Id == "skills");
        world.Programmes = [old with { Steps = [.. old.Steps.Where(s => s.Id != steps[0].Id)] }];
        var at = await world.AtAsync();
        Assert.Equal([steps[0].Id], at.Vanished.Select(d => d.Step));
        Assert.Equal(steps[1].Id, at.Next!.Id);
        Assert.Equal(StepStanding.Next, at.StandingOf(steps[1]));
        Assert.Null(await world.DoAsync(steps[0].Id));
        await FinishAsync(world);
        Assert.Equal(EndReason.Finished, (await world.AtAsync()).Enrolment.EndedFor);
        // and when it comes back, it is done
        world.Programmes = [old];
        Assert.Empty((await world.AtAsync()).Vanished);
        Assert.Equal(StepStanding.Done, (await world.AtAsync()).StandingOf(steps[0]));
    }

    [Fact]
    public async Task A_programme_that_content_no_longer_has_is_kept_and_not_shown()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        world.Programmes = [];
        Assert.Empty(await world.Book.AllAsync());
        Assert.Null(await world.Book.FindAsync("skills"));
        Assert.Single(await world.Journal.AllAsync<Enrolment>());
    }

    [Fact]
    public async Task With_the_clock_set_back_a_month_in_the_middle_nothing_is_lost_and_it_goes_on()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        world.Clock.AdvanceDays(20);
        await world.DoAsync((await world.AtAsync()).Next!.Id);
        world.Clock.AdvanceDays(-31);
        var at = await world.AtAsync();
        // only a drawn first day is waited for
        Assert.True(at is { Week: 1, StepsDone: 1, IsWaiting: false });
        Assert.NotNull(at.Next);
        Assert.NotNull(await world.DoAsync(at.Next.Id));
        Assert.NotNull(await world.Book.PauseAsync("skills"));
        Assert.NotNull(await world.Book.GoOnAsync("skills"));
        world.Clock.AdvanceDays(31);
        Assert.True(await world.AtAsync() is { IsOn: true, StepsDone: 2, Enrolment.DaysPaused: 0 });
    }

    [Fact]
    public async Task The_last_step_can_be_undone_and_the_programme_goes_on()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        Change? last = null;
        while ((await world.AtAsync()).Next is { } next)
            last = await world.DoAsync(next.Id);
        Assert.True((await world.AtAsync()).HasEnded);
        await world.Journal.UndoAsync(last!.Id);
        Assert.True(await world.AtAsync() is { HasEnded: false, Next: not null });
    }

    [Fact]
    public async Task It_is_brought_up_once_a_week_never_on_its_first_day_and_not_when_a_step_was_done()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        var broughtUp = new List<int>();
        for (var day = 0; day < 29; day++)
        {
            await world.AnswerGatesAsync();
            if (await world.Book.BroughtUpAsync([await world.AtAsync()]) is not null)
                broughtUp.Add(day);
            if (day == 10)
                await world.DoAsync((await world.AtAsync()).Next!.Id);
            world.Clock.AdvanceDays(1);
        }
        Assert.Equal([7, 21, 28], broughtUp);
    }

    [Fact]
    public async Task Of_several_programmes_one_is_brought_up_a_week_the_one_that_was_quiet_longest()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        var broughtUp = new List<(int, string)>();
        for (var day = 0; day < 36; day++)
        {
            await world.AnswerGatesAsync();
            if (day == 3)
                await world.Book.EnrolAsync("calm", Road.Core, "Calm");
            if (day == 4)
                await world.Book.EnrolAsync("food", Road.Core, "Food");
            if (day == 15)
                await world.DoAsync((await world.AtAsync()).Next!.Id);
            // begun again: the day of the week stays
            if (day == 16)
                await world.Book.LeaveAsync("skills");
            if (day == 17)
                await world.Book.EnrolAsync("skills", Road.Core, "Skills");
            if (await world.Book.BroughtUpAsync(await world.Book.AllAsync()) is { } one)
                broughtUp.Add((day, one.Text.Id));
            world.Clock.AdvanceDays(1);
        }
        Assert.Equal([(7, "skills"), (14, "skills"), (21, "calm"), (28, "calm"), (35, "calm")], broughtUp);
    }

    [Fact]
    public async Task A_booster_can_be_passed_over_and_is_not_offered_again()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        await FinishAsync(world);
        world.Clock.AdvanceDays(28);
        await world.AnswerGatesAsync();
        var booster = (await world.AtAsync()).OfToday!;
        Assert.Equal(StepRoad.Booster, booster.Road);
        Assert.NotNull(await world.DoAsync(booster.Id, StepForm.PassedOver));
        Assert.Null((await world.AtAsync()).OfToday);
        Assert.Equal(StepStanding.PassedOver, (await world.AtAsync()).StandingOf(booster));
    }

    [Fact]
    public async Task An_answer_that_grew_old_or_a_yes_after_the_beginning_holds_the_step_back_and_nothing_is_lost()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        var first = (await world.AtAsync()).OfToday!;
        world.Clock.AdvanceDays(28);
        Assert.True(await world.AtAsync() is { OfToday: null, IsOn: false } old && old.BehindQuestions == first);
        await world.AnswerGatesAsync();
        Assert.Equal(first, (await world.AtAsync()).OfToday);
        await world.SayAsync("psychosis", true);
        var closed = await world.AtAsync();
        Assert.True(closed is { OfToday: null, BehindQuestions: null, IsResting: false });
        Assert.Equal(["psychosis"], closed.Gates.Closed.Select(s => s.Gate.Id));
        Assert.Null(await world.Book.BroughtUpAsync([closed]));
    }

    [Fact]
    public async Task It_is_not_gone_on_with_while_its_gates_are_closed_or_open_questions()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        await world.Book.PauseAsync("skills");
        await world.SayAsync("psychosis", true);
        Assert.Null(await world.Book.GoOnAsync("skills"));
        await world.SayAsync("psychosis", false);
        world.Clock.AdvanceDays(28);
        Assert.Null(await world.Book.GoOnAsync("skills"));
        Assert.True((await world.AtAsync()).IsResting);
        await world.AnswerGatesAsync();
        Assert.NotNull(await world.Book.GoOnAsync("skills"));
    }

    [Fact]
    public async Task At_rest_no_step_is_called_the_next()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        var first = (await world.AtAsync()).Next!;
        await world.Book.PauseAsync("skills");
        Assert.Equal(StepStanding.Open, (await world.AtAsync()).StandingOf(first));
    }

    [Fact]
    public async Task A_rest_gone_on_with_and_an_end_that_are_sent_later_are_of_their_own_day()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        var start = world.Journal.Today;
        world.Clock.AdvanceDays(20);
        Assert.Equal(start.PlusDays(5), (await world.Book.PauseAsync("skills", day: start.PlusDays(5)))!.Day);
        Assert.Equal(start.PlusDays(5), (await world.AtAsync()).Enrolment.PausedOn);
        await world.Book.GoOnAsync("skills", day: start.PlusDays(9));
        Assert.True(await world.AtAsync() is { IsOn: true, Enrolment.DaysPaused: 4, Week: 3 });
        await world.Book.LeaveAsync("skills", day: start.PlusDays(12));
        Assert.Equal(start.PlusDays(12), (await world.AtAsync()).Enrolment.EndedOn);
        Assert.Equal(start.PlusDays(12), (await world.Journal.AllAsync<Course>()).Single().End);
    }

    [Fact]
    public async Task A_rest_before_a_drawn_first_day_is_a_rest_and_costs_no_day_of_the_programme()
    {
        var world = await ProgrammeWorld.NewAsync();
        await world.Book.EnrolAsync("skills", Road.Core, "Skills", (21, 3));
        var start = (await world.AtAsync()).Enrolment.Start;
        Assert.NotNull(await world.Book.PauseAsync("skills"));
        Assert.True(await world.AtAsync() is { IsResting: true, IsWaiting: true, OfToday: null });
        world.Clock.AdvanceDays(Period.DaysBetween(world.Journal.Today, start));
        Assert.Null((await world.AtAsync()).OfToday);
        world.Clock.AdvanceDays(2);
        Assert.NotNull(await world.Book.GoOnAsync("skills"));
        Assert.True(await world.AtAsync() is { IsOn: true, Week: 1, Enrolment.DaysPaused: 2 });
        world.Clock.AdvanceDays(7);
        Assert.Equal(2, (await world.AtAsync()).Week);
    }

    [Fact]
    public async Task Where_nothing_is_left_to_do_it_can_be_finished()
    {
        var world = await ProgrammeWorld.InSkillsAsync(Road.Full);
        foreach (var step in (await world.AtAsync()).Text.On(Road.Core))
            await world.DoAsync(step.Id);
        Assert.False((await world.AtAsync()).HasEnded);
        // the short road has nothing more
        await world.Book.TakeRoadAsync("skills", Road.Core);
        Assert.Equal(EndReason.Finished, (await world.AtAsync()).Enrolment.EndedFor);

        // the last step vanished with a new version
        var other = await ProgrammeWorld.InSkillsAsync();
        var steps = (await other.AtAsync()).Steps;
        foreach (var step in steps.SkipLast(1))
            await other.DoAsync(step.Id);
        var old = other.Programmes.Single(p => p.Id == "skills");
        other.Programmes = [old with { Steps = [.. old.Steps.Where(s => s.Id != steps[^1].Id)] }];
        Assert.True(await other.AtAsync() is { IsAllDone: true, HasEnded: false });
        await other.Book.LeaveAsync("skills");
        Assert.Equal(EndReason.Finished, (await other.AtAsync()).Enrolment.EndedFor);
        Assert.Null((await other.Journal.AllAsync<Course>()).Single().End);
    }

    [Theory, MemberData(nameof(Roads))]
    public async Task The_chapters_add_up_to_the_steps_of_the_road(string programme, Road road)
    {
        var world = await ProgrammeWorld.NewAsync();
        await world.Book.EnrolAsync(programme, road, "It");
        foreach (var step in (await world.AtAsync(programme)).Steps.Take(3))
            await world.DoAsync(step.Id, StepForm.Usual, programme);
        var at = await world.AtAsync(programme);
        var counts = at.Text.Chapters(road).Select(c => at.CountOf(c.Steps)).ToList();
        Assert.Equal((at.StepsDone, at.Steps.Count), (counts.Sum(c => c.Done), counts.Sum(c => c.All)));
    }

    [Fact]
    public async Task While_the_harm_watch_makes_it_rest_the_weeks_stand_still()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        world.Clock.AdvanceDays(6);
        await world.AnswerAsync("epworth", """{"epworth":{"total":14}}""");
        world.Clock.AdvanceDays(10);
        Assert.Equal(1, (await world.AtAsync()).Week);
        await world.Book.GoOnAsync("skills");
        Assert.Equal(1, (await world.AtAsync()).Week);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(21)]
    public async Task A_drawn_first_day_lies_among_its_days_and_can_be_drawn_again(int days)
    {
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var world = await ProgrammeWorld.NewAsync();
            await world.Book.EnrolAsync("skills", Road.Core, "Skills", (days, seed));
            var enrolment = (await world.AtAsync()).Enrolment;
            Assert.InRange(Period.DaysBetween(world.Journal.Today, enrolment.Start), 1, days);
            Assert.Equal(new DrawnStart(world.Journal.Today.PlusDays(1), days, seed), enrolment.Drawn);
            var again = new StartDraw(enrolment.Drawn!.From.ToEpochDay(), days, seed);
            Assert.Equal(enrolment.Start, Epoch.ToLocalDate(again.StartDay));
            Assert.Equal(enrolment.Drawn, (await world.Journal.AllAsync<Course>()).Single().Schedule.Drawn);
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(22)]
    public async Task Too_few_or_too_many_days_to_draw_among_are_refused(int days)
    {
        var world = await ProgrammeWorld.NewAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            world.Book.EnrolAsync("skills", Road.Core, "Skills", (days, 1))
        );
        Assert.Empty(await world.Journal.AllAsync<Enrolment>());
    }

    [Fact]
    public async Task Before_its_drawn_day_no_step_is_offered()
    {
        var world = await ProgrammeWorld.NewAsync();
        await world.Book.EnrolAsync("skills", Road.Core, "Skills", (21, 3));
        var at = await world.AtAsync();
        Assert.True(at is { IsWaiting: true, OfToday: null, IsOn: false });
        world.Clock.AdvanceDays(Period.DaysBetween(world.Journal.Today, at.Enrolment.Start));
        Assert.True(await world.AtAsync() is { IsWaiting: false, OfToday: not null });
    }

    [Fact]
    public async Task A_programme_is_gone_through_and_plans_no_dose_on_any_day()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        var course = (await world.Journal.AllAsync<Course>()).Single();
        Assert.All(Enumerable.Range(0, 60), d => Assert.Equal(0, course.CountOn(world.Journal.Today.PlusDays(d))));
        Assert.Equal(
            Inomya.Journals.TreatmentKind.Programme,
            (await world.Journal.AllAsync<Treatment>()).Single().Kind
        );
    }

    [Fact]
    public async Task An_unknown_programme_or_step_changes_nothing()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => world.Book.EnrolAsync("nope", Road.Core, "No"));
        Assert.Null(await world.DoAsync("nope"));
        Assert.Null(await world.DoAsync("what-pain-is", programme: "nope"));
        Assert.Empty(await world.Journal.AllAsync<StepDone>());
    }
}
