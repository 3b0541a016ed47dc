using Inomya.Journals;
using Inomya.Programmes;

namespace Inomya.Tests.Programmes;

/// <summary>A programme rests by itself and says why: worse mood, thoughts of death, a crash after effort, sleepiness.</summary>
public class HarmWatchTests
{
    public static TheoryData<string, string, string> Signs =>
        new()
        {
            { "thoughts-of-death", "phq-9", """{"PHQ-9":{"total":4,"item9Positive":true}}""" },
            { "mood", "phq-9", """{"PHQ-9":{"total":9,"item9Positive":false}}""" },
            { "crash", "dsq-pem", """{"DSQ-PEM-step1":{"itemsMeeting2_2":2}}""" },
            { "sleepiness", "epworth", """{"epworth":{"total":14}}""" },
        };

    [Theory, MemberData(nameof(Signs))]
    public async Task A_sign_after_the_beginning_makes_it_rest_until_the_person_goes_on(
        string rule,
        string instrument,
        string scores
    )
    {
        var world = await WithPhqOfFourAsync();
        world.Clock.AdvanceDays(5);
        await world.AnswerAsync(instrument, scores);
        var at = await world.AtAsync();
        Assert.Equal(rule, at.Harm?.Rule.Id);
        Assert.True(at is { IsResting: true, OfToday: null });
        Assert.Equal(world.Journal.Today, at.Harm!.Day);
        world.Clock.AdvanceDays(3);
        if (at.Harm.Rule.Crisis)
        {
            // what it says closes the programme: it is not gone on with before a newer answer says otherwise
            Assert.Null(await world.Book.GoOnAsync("skills"));
            return;
        }
        await world.Book.GoOnAsync("skills");
        var on = await world.AtAsync();
        Assert.True(on is { Harm: null, IsOn: true });
        Assert.Equal(3, on.Enrolment.DaysPaused);
        // and once more on the same day; a mood that is as it was known is no worse
        await world.AnswerAsync(instrument, scores);
        Assert.Equal(rule == "mood" ? null : rule, (await world.AtAsync()).Harm?.Rule.Id);
        await world.Book.GoOnAsync("skills");
        Assert.Null((await world.AtAsync()).Harm);
    }

    private static string Phq(int total) => $$$"""{"PHQ-9":{"total":{{{total}}},"item9Positive":false}}""";

    [Fact]
    public async Task A_worse_mood_is_one_against_the_last_answer_known_at_the_beginning_not_the_lowest_ever()
    {
        var world = await ProgrammeWorld.NewAsync();
        await world.AnswerAsync("phq-9", Phq(2));
        world.Clock.AdvanceDays(2);
        await world.AnswerAsync("phq-9", Phq(12));
        world.Clock.AdvanceDays(2);
        await world.Book.EnrolAsync("skills", Road.Core, "Skills");
        world.Clock.AdvanceDays(2);
        await world.AnswerAsync("phq-9", Phq(14));
        Assert.Null((await world.AtAsync()).Harm);
        await world.AnswerAsync("phq-9", Phq(17));
        Assert.Equal("mood", (await world.AtAsync()).Harm?.Rule.Id);
        // gone on with at 17: from there it takes five more
        await world.Book.GoOnAsync("skills");
        world.Clock.AdvanceDays(1);
        await world.AnswerAsync("phq-9", Phq(21));
        Assert.Null((await world.AtAsync()).Harm);
        world.Clock.AdvanceDays(1);
        await world.AnswerAsync("phq-9", Phq(22));
        Assert.Equal("mood", (await world.AtAsync()).Harm?.Rule.Id);
    }

    [Fact]
    public async Task Who_got_better_and_then_worse_again_is_seen_also_below_the_level_at_the_beginning()
    {
        var world = await ProgrammeWorld.NewAsync();
        await world.AnswerAsync("phq-9", Phq(15));
        world.Clock.AdvanceDays(2);
        await world.Book.EnrolAsync("skills", Road.Core, "Skills");
        foreach (var total in new[] { 9, 12, 13 })
        {
            world.Clock.AdvanceDays(7);
            await world.AnswerAsync("phq-9", Phq(total));
            Assert.Null((await world.AtAsync()).Harm);
        }
        world.Clock.AdvanceDays(7);
        await world.AnswerAsync("phq-9", Phq(14));
        Assert.Equal("mood", (await world.AtAsync()).Harm?.Rule.Id);
    }

    [Fact]
    public async Task Thoughts_of_death_dated_on_a_day_to_come_are_of_today()
    {
        var world = await WithPhqOfFourAsync();
        await world.AnswerAsync("phq-9", """{"PHQ-9":{"total":4,"item9Positive":true}}""", daysAhead: 3);
        Assert.True(
            (await world.AtAsync()).Harm is { Rule.Id: "thoughts-of-death", Day: var day } && day == world.Journal.Today
        );
    }

    [Fact]
    public async Task What_was_known_longer_ago_than_some_weeks_still_says_that_mood_got_worse()
    {
        var world = await WithPhqOfFourAsync();
        world.Clock.AdvanceDays(100);
        await world.AnswerAsync("phq-9", Phq(9));
        Assert.Equal("mood", (await world.AtAsync()).Harm?.Rule.Id);
    }

    [Fact]
    public async Task What_is_dated_on_a_day_to_come_does_not_count_yet()
    {
        var world = await WithPhqOfFourAsync();
        await world.AnswerAsync("phq-9", Phq(20), daysAhead: 3);
        Assert.Null((await world.AtAsync()).Harm);
        world.Clock.AdvanceDays(5);
        await world.SayAsync("low-mood", true);
        world.Clock.AdvanceDays(-3);
        Assert.Null((await world.AtAsync()).Harm);
        world.Clock.AdvanceDays(3);
        Assert.NotNull((await world.AtAsync()).Harm);
    }

    private static async Task<ProgrammeWorld> WithPhqOfFourAsync()
    {
        var world = await ProgrammeWorld.NewAsync();
        await world.AnswerAsync("phq-9", """{"PHQ-9":{"total":4,"item9Positive":false}}""");
        world.Clock.AdvanceDays(7);
        await world.Book.EnrolAsync("skills", Road.Core, "Skills");
        return world;
    }

    public static TheoryData<string, string, string> NoSigns =>
        new()
        {
            { "a rise of four", "phq-9", """{"PHQ-9":{"total":8,"item9Positive":false}}""" },
            { "item 9 not answered", "phq-9", """{"PHQ-9":{"total":4,"item9Positive":null}}""" },
            { "no crash", "dsq-pem", """{"DSQ-PEM-step1":{"itemsMeeting2_2":0}}""" },
            { "ten is not above ten", "epworth", """{"epworth":{"total":10}}""" },
        };

    [Theory, MemberData(nameof(NoSigns))]
    public async Task What_is_no_sign_lets_it_go_on(string what, string instrument, string scores)
    {
        var world = await WithPhqOfFourAsync();
        await world.AnswerAsync(instrument, scores);
        Assert.True((await world.AtAsync()).Harm is null, what);
    }

    [Theory]
    [InlineData("suicidal-thoughts", "thoughts-of-death")]
    [InlineData("low-mood", "mood")]
    [InlineData("post-exertional-malaise", "crash")]
    [InlineData("sleepiness", "sleepiness")]
    public async Task A_yes_at_a_gate_after_the_beginning_makes_it_rest_a_no_does_not(string gate, string rule)
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        await world.SayAsync(gate, false);
        Assert.Null((await world.AtAsync()).Harm);
        await world.SayAsync(gate, true);
        var harm = (await world.AtAsync()).Harm;
        Assert.Equal(rule, harm?.Rule.Id);
        Assert.Null(harm!.Signal);
    }

    [Fact]
    public async Task What_was_known_at_the_beginning_is_not_told_as_new()
    {
        var world = await ProgrammeWorld.NewAsync();
        await world.SayAsync("post-exertional-malaise", true);
        await world.AnswerAsync("epworth", """{"epworth":{"total":14}}""");
        await world.Book.EnrolAsync("skills", Road.Core, "Skills");
        Assert.Null((await world.AtAsync()).Harm);
    }

    [Fact]
    public async Task Thoughts_of_death_come_before_all_else_and_show_whom_to_call()
    {
        var world = await WithPhqOfFourAsync();
        await world.AnswerAsync("epworth", """{"epworth":{"total":14}}""");
        await world.AnswerAsync("phq-9", """{"PHQ-9":{"total":20,"item9Positive":true}}""");
        Assert.True((await world.AtAsync()).Harm is { Rule: { Id: "thoughts-of-death", Crisis: true } });
    }

    [Fact]
    public async Task A_programme_that_has_ended_is_not_watched()
    {
        var world = await ProgrammeWorld.InSkillsAsync();
        await world.Book.LeaveAsync("skills");
        await world.AnswerAsync("phq-9", """{"PHQ-9":{"total":20,"item9Positive":true}}""");
        Assert.Null((await world.AtAsync()).Harm);
    }
}
