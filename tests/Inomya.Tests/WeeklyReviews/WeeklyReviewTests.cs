using CsCheck;
using Inomya.Checkins;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;
using Inomya.WeeklyReviews;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.WeeklyReviews;

/// <summary>The look back at a week: what changed against one's usual, and what need not be asked.</summary>
public class WeeklyReviewTests
{
    private static readonly WeeklyReviewRules Rules = WeeklyReviewRules.Read(Shelf.Content);
    private static readonly DesignRules Design = DesignRules.Read(Shelf.Content);
    private static readonly MeasureCatalogue Measures = new(Shelf.Content);

    private static Entry Rated(LocalDate day, string measure, double value) =>
        new()
        {
            Measure = measure,
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = day,
            Source = Checkin.Source,
        };

    /// <summary>Pain wanders, function falls in the last week, stress is always 3, fatigue is never answered.</summary>
    private static async Task<Journal> WithDaysAsync(int days = 35, bool steady = false, FakeClock? clock = null)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, clock);
        await FillAsync(journal, days, steady);
        return journal;
    }

    private static async Task FillAsync(Journal journal, int days = 35, bool steady = false)
    {
        var random = new Random(2);
        var draft = new Draft("checkin");
        for (var ago = days - 1; ago >= 0; ago--)
        {
            var day = journal.Today.PlusDays(-ago);
            draft.Add(Rated(day, "pain", steady ? 4 + ago % 2 : 2 + random.Next(6)));
            draft.Add(Rated(day, "function", ago < 7 ? 2 : 6 + ago % 2));
            draft.Add(Rated(day, "stress", 3));
        }
        await journal.RecordAsync(draft);
    }

    private static Task<WeeklyReview> ReadAsync(Journal journal) =>
        WeeklyReview.ReadAsync(journal, Measures, Rules, Design);

    [Fact]
    public async Task A_week_is_held_against_the_days_before_it_function_first()
    {
        var review = await ReadAsync(await WithDaysAsync());
        var function = review.Changes[0];
        Assert.Equal(("function", Standing.Worse), (function.Measure.Id, function.Standing));
        Assert.Equal((7, 28), (function.Week.Recorded, function.Usual.Recorded));
        Assert.Equal(Standing.Usual, review.Changes.Single(c => c.Measure.Id == "stress").Standing);
        Assert.DoesNotContain(review.Changes, c => c.Measure.Id == "fatigue");
    }

    [Fact]
    public async Task With_too_few_days_nothing_is_said_to_have_changed_and_nothing_is_to_drop()
    {
        var few = await ReadAsync(await WithDaysAsync(days: 5));
        Assert.Equal((0, 0, false), (few.Changes.Count, few.Drop.Count, few.OnceAWeek));
        var none = await ReadAsync(await Storage.NewJournalAsync(Storage.Sqlite));
        Assert.Equal((0, 0, null), (none.Changes.Count, none.Drop.Count, none.Try));
    }

    [Fact]
    public async Task What_nobody_uses_and_what_is_always_the_same_may_go_but_never_pain_or_function()
    {
        var drop = (await ReadAsync(await WithDaysAsync())).Drop;
        Assert.Contains(new DropOffer(Measures.Find("stress")!, DropReason.AlwaysTheSame), drop);
        Assert.Contains(new DropOffer(Measures.Find("fatigue")!, DropReason.Unused), drop);
        Assert.DoesNotContain(drop, o => o.Measure.Id is "pain" or "function");
    }

    [Fact]
    public async Task What_is_dropped_is_not_asked_nor_offered_again_and_one_tap_brings_it_back()
    {
        var journal = await WithDaysAsync();
        await AskedQuestions.SetAsync(journal, Measures, "stress", asked: false, null);
        Assert.False(Tracked.Is(Measures.Find("stress")!, await journal.SettingsAsync()));
        Assert.DoesNotContain((await ReadAsync(journal)).Drop, o => o.Measure.Id == "stress");
        Assert.Equal(
            35,
            (await journal.EntriesAsync(journal.Today.PlusDays(-40), journal.Today)).Count(e => e.Measure == "stress")
        );
        await AskedQuestions.SetAsync(journal, Measures, "stress", asked: true, null);
        Assert.True(Tracked.Is(Measures.Find("stress")!, await journal.SettingsAsync()));
    }

    [Fact]
    public void Whatever_is_dropped_and_asked_again_one_question_of_every_day_always_stays() =>
        Gen.Select(Gen.Int[0, 5], Gen.Bool)
            .Array[1, 12]
            .Sample(
                taps =>
                {
                    var journal = Storage.NewJournalAsync(Storage.Sqlite).GetAwaiter().GetResult();
                    var core = Measures.Measures.Where(m => m.Ask == "core").ToList();
                    foreach (var (which, asked) in taps)
                        AskedQuestions
                            .SetAsync(journal, Measures, core[which].Id, asked, null)
                            .GetAwaiter()
                            .GetResult();
                    var settings = journal.SettingsAsync().GetAwaiter().GetResult();
                    Assert.Contains(core, m => Tracked.Is(m, settings));
                },
                iter: 20
            );

    [Fact]
    public async Task A_question_of_ones_own_is_dropped_as_a_change_that_can_be_undone()
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await WithDaysAsync(clock: clock);
        // asked for some days only: that it was not answered says nothing yet
        await journal.RecordAsync(new Draft("edit").Add(Dizzy(asked: true)));
        Assert.DoesNotContain((await ReadAsync(journal)).Drop, o => o.Measure.Id == "own_dizzy");
        clock.AdvanceDays(26);
        await FillAsync(journal);
        Assert.DoesNotContain((await ReadAsync(journal)).Drop, o => o.Measure.Id == "own_dizzy");
        clock.AdvanceDays(1);
        Assert.Contains((await ReadAsync(journal)).Drop, o => o.Measure.Id == "own_dizzy");
        var change = await AskedQuestions.SetAsync(journal, Measures, "own_dizzy", asked: false, "once");
        Assert.False(Assert.Single(await journal.AllAsync<OwnMeasure>()).Asked);
        Assert.Null(await AskedQuestions.SetAsync(journal, Measures, "own_dizzy", asked: false, "twice"));
        await journal.UndoAsync(change!.Id);
        Assert.True(Assert.Single(await journal.AllAsync<OwnMeasure>()).Asked);
        // dropped and asked again: from then on it is new
        await AskedQuestions.SetAsync(journal, Measures, "own_dizzy", asked: false, "three");
        await AskedQuestions.SetAsync(journal, Measures, "own_dizzy", asked: true, "four");
        Assert.DoesNotContain((await ReadAsync(journal)).Drop, o => o.Measure.Id == "own_dizzy");
    }

    private static OwnMeasure Dizzy(bool asked) =>
        new()
        {
            Measure = "own_dizzy",
            Name = "Dizzy",
            Kind = MeasureKind.Scale,
            ScaleLow = 0,
            ScaleTop = 10,
            Role = MeasureRole.Symptom,
            Asked = asked,
        };

    [Fact]
    public async Task A_question_of_every_day_that_is_asked_again_is_not_called_unused_before_it_was_asked_throughout()
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await WithDaysAsync(clock: clock);
        bool IsUnused(WeeklyReview review) => review.Drop.Contains(new(Measures.Find("fatigue")!, DropReason.Unused));

        Assert.True(IsUnused(await ReadAsync(journal)));
        clock.AdvanceDays(-5);
        await AskedQuestions.SetAsync(journal, Measures, "fatigue", asked: false, null);
        await AskedQuestions.SetAsync(journal, Measures, "fatigue", asked: true, null);
        clock.AdvanceDays(5);
        Assert.False(IsUnused(await ReadAsync(journal)));
        clock.AdvanceDays(-40);
        await AskedQuestions.SetAsync(journal, Measures, "fatigue", asked: false, null);
        await AskedQuestions.SetAsync(journal, Measures, "fatigue", asked: true, null);
        clock.AdvanceDays(40);
        Assert.True(IsUnused(await ReadAsync(journal)));
    }

    [Fact]
    public async Task What_cannot_be_told_yet_is_said_so_and_not_called_nothing()
    {
        var few = await ReadAsync(await WithDaysAsync(days: 5));
        Assert.True(few is { TryIsOpen: true, DropIsOpen: true });
        Assert.Contains(few.NotToldYet, m => m.Id == "pain");
        var none = await ReadAsync(await Storage.NewJournalAsync(Storage.Sqlite));
        Assert.True(none is { TryIsOpen: true, DropIsOpen: true });
        var many = await ReadAsync(await WithDaysAsync(days: 70));
        Assert.True(many is { TryIsOpen: false, DropIsOpen: false });
        Assert.DoesNotContain(many.NotToldYet, m => m.Id is "pain" or "stress");
        Assert.Contains(many.NotToldYet, m => m.Id == "fatigue");
    }

    [Fact]
    public async Task What_is_worth_a_test_is_offered_with_its_outcome_and_the_better_way_and_food_never()
    {
        foreach (var (factor, offered) in new[] { ("caffeine", true), ("food_sweets", false) })
        {
            var journal = await Storage.NewJournalAsync(Storage.Sqlite);
            var random = new Random(5);
            var draft = new Draft("checkin");
            var before = 0;
            for (var ago = 200; ago >= 0; ago--)
            {
                var (day, cups) = (journal.Today.PlusDays(-ago), random.Next(2));
                draft.Add(Rated(day, "pain", Math.Clamp(3 + 3 * before + random.Next(2), 0, 10)));
                if (offered)
                    draft.Add(Rated(day, factor, cups) with { ScaleLow = null, ScaleTop = null, Unit = "{cups}/d" });
                else
                    draft
                        .Add(new Meal { Day = day, Tags = cups == 1 ? "sweets" : "eggs" })
                        .Add(new Meal { Day = day, Tags = "vegetables" });
                before = cups;
            }
            await journal.RecordAsync(draft);
            var offer = (await ReadAsync(journal)).Try;
            var report = (await JournalFindings.ReadAsync(journal, Measures))!;
            Assert.Contains(report.ComesBefore, t => t.Factor == factor);
            Assert.Equal(offered ? $"factor={factor}&of=pain&toward=less" : null, offer?.Query);
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Once_a_week_is_offered_only_where_pain_hardly_moves(bool steady, bool offered)
    {
        var journal = await WithDaysAsync(steady: steady);
        Assert.Equal(offered, (await ReadAsync(journal)).OnceAWeek);
        await journal.SetAsync(Rhythm.Setting, Rhythm.Weekly);
        Assert.False((await ReadAsync(journal)).OnceAWeek);
    }

    [Fact]
    public void The_prompt_comes_on_one_day_in_seven_at_the_most_whatever_is_done() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[-1, 400])
            .Sample(
                (start, done) =>
                {
                    var first = new LocalDate(2026, 11, 22).PlusDays(start);
                    var settings = new Dictionary<SettingKey, string>();
                    if (done is >= 0 and var ago)
                        settings[WeeklyPrompt.Setting] = $"{first.PlusDays(-ago):uuuu-MM-dd}";
                    var on = Enumerable.Range(0, 7).Count(n => WeeklyPrompt.IsOn(first.PlusDays(n), settings, Rules));
                    Assert.InRange(on, 0, 1);
                }
            );

    [Fact]
    public async Task Done_today_it_is_not_said_again_for_seven_days_and_an_unreadable_day_is_none()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await WeeklyPrompt.DoneAsync(journal);
        var settings = await journal.SettingsAsync();
        Assert.All(Enumerable.Range(0, 7), n =>
            Assert.False(WeeklyPrompt.IsOn(journal.Today.PlusDays(n), settings, Rules))
        );
        Assert.True(WeeklyPrompt.IsOn(journal.Today.PlusDays(7), settings, Rules));
        var broken = new Dictionary<SettingKey, string> { [WeeklyPrompt.Setting] = "someday" };
        Assert.Equal(1, Enumerable.Range(0, 7).Count(n => WeeklyPrompt.IsOn(journal.Today.PlusDays(n), broken, Rules)));
    }

    [Fact]
    public async Task Function_is_asked_first_only_when_chosen_and_numbers_are_hidden_only_when_chosen()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        string First(IReadOnlyDictionary<SettingKey, string> s) => Tracked.InOrder(Measures.Measures, s).First().Id;
        Assert.Equal(
            ("pain", false),
            (First(await journal.SettingsAsync()), AskedQuestions.HidesNumbers(await journal.SettingsAsync()))
        );
        await Tracked.SetFunctionFirstAsync(journal, true);
        await AskedQuestions.SetHideNumbersAsync(journal, true);
        Assert.Equal(
            ("function", true),
            (First(await journal.SettingsAsync()), AskedQuestions.HidesNumbers(await journal.SettingsAsync()))
        );
        await Tracked.SetFunctionFirstAsync(journal, false);
        await AskedQuestions.SetHideNumbersAsync(journal, false);
        Assert.Equal(
            ("pain", false),
            (First(await journal.SettingsAsync()), AskedQuestions.HidesNumbers(await journal.SettingsAsync()))
        );
    }
}
