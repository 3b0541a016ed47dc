using Inomya.FirstWeeks;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using Inomya.Tests.Questionnaires;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.FirstWeeks;

/// <summary>One small step a day for two weeks: never twice, never after.</summary>
public class FirstWeekTests
{
    private static readonly FirstSteps Steps = FirstSteps.Read(Shelf.Content);

    private static async Task<string?> StepAsync(Journal journal, StepNotes? notes = null) =>
        (
            await FirstWeek.TodayAsync(
                journal,
                Steps,
                notes ?? StepNotes.Of(await journal.SettingsAsync()),
                TestContext.Current.CancellationToken
            )
        )?.Id;

    [Fact]
    public async Task The_steps_keep_to_their_schema() =>
        Assert.Equal("", await ContentCheck.AgainstAsync("first-weeks.schema.json", "first-weeks/steps.yaml"));

    [Fact]
    public async Task Each_day_offers_the_next_step_and_a_step_that_was_done_goes()
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, clock);
        Assert.Equal("medicines", await StepAsync(journal));
        await journal.RecordAsync(new Draft("medicine").Add(new Treatment { Name = "Magnesium" }));
        Assert.Null(await StepAsync(journal));
        clock.AdvanceDays(1);
        Assert.Equal("body", await StepAsync(journal));
        var hurts = new Entry
        {
            Day = journal.Today,
            Measure = "pain_area",
            Region = "neck",
            Value = 1,
            Source = "checkin",
        };
        await journal.RecordAsync(new Draft("checkin", day: journal.Today).Add(hurts));
        clock.AdvanceDays(1);
        Assert.Equal("conditions", await StepAsync(journal));
        await journal.RecordAsync(
            new Draft("history").Add(new HistoryItem { Kind = HistoryKind.Condition, Text = "glaucoma" })
        );
        Assert.Null(await StepAsync(journal));
        // a condition is no story of how it began
        await journal.RecordAsync(new Draft("flare").Add(new FlarePlan { FirstHour = "rest" }));
        clock.AdvanceDays(7);
        var notes = new[] { "survey", "lesson", "peg", "warning-signs", "pacing" }.Aggregate(
            StepNotes.Of(await journal.SettingsAsync()),
            (all, step) => all.With(step, journal.Today.PlusDays(-1))
        );
        Assert.Equal("history", await StepAsync(journal, notes));
    }

    [Fact]
    public async Task A_step_that_was_put_off_is_not_offered_again_and_no_other_on_that_day()
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, clock);
        clock.AdvanceDays(4);
        var notes = StepNotes.Of(await journal.SettingsAsync()).With("medicines", journal.Today);
        await journal.SetAsync(StepNotes.Setting, notes.ToString());
        Assert.Null(await StepAsync(journal));
        clock.AdvanceDays(1);
        Assert.Equal("body", await StepAsync(journal));
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(14, false)]
    public async Task After_two_weeks_nothing_is_offered(int days, bool offered)
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, clock);
        clock.AdvanceDays(days);
        Assert.Equal(offered, await StepAsync(journal) is not null);
    }

    [Fact]
    public void What_cannot_be_read_of_the_notes_is_left_out_and_the_rest_is_kept()
    {
        var notes = StepNotes.Of(
            new Dictionary<SettingKey, string>
            {
                [StepNotes.Setting] = "body=2026-11-20 x= =y survey=tomorrow body=2020-01-01",
            }
        );
        Assert.Equal("body=2026-11-20", notes.ToString());
    }
}
