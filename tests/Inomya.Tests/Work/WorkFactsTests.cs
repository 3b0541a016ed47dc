using Inomya.Analysis;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Pacing;
using Inomya.Series;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;
using Inomya.Work;
using NodaTime;

namespace Inomya.Tests.Work;

/// <summary>What is told of hours and limits: with its days and what it is compared with, or that it cannot be told.</summary>
public class WorkFactsTests
{
    private static readonly Words English = new(Shelf.Content);
    private static readonly PacingRules Pacing = PacingRules.Read(Shelf.Content);
    private static readonly LetterRules Rules = WorkJournal.Work.Rules;

    private static async Task<WorkSentences> OfAsync(Journal journal) =>
        new(English, await WorkFacts.ReadAsync(journal, WorkJournal.Catalogue, Pacing, Rules));

    private static Cost Lost(LocalDate day, double? hours) =>
        new()
        {
            Kind = CostKind.LostWork,
            Day = day,
            Hours = hours,
        };

    [Fact]
    public async Task Of_an_empty_journal_nothing_is_told_and_each_part_says_what_it_needs()
    {
        var told = await OfAsync(await Storage.NewJournalAsync(Storage.Sqlite));
        Assert.All([told.Hours, told.Weekdays, told.Load, told.Function], lines =>
            Assert.Contains("cannot be told yet", Assert.Single(lines), StringComparison.Ordinal)
        );
        Assert.Contains("cannot be told yet", Assert.Single(told.Sleep), StringComparison.Ordinal);
        Assert.Contains("has 0 days, and 7 are needed", told.Load[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Getting_things_done_is_told_with_its_days_and_beside_as_many_days_before()
    {
        var told = (await OfAsync(await WorkJournal.PlantedAsync())).Function;
        Assert.Contains("In the last 90 days you noted it on 40", told[0], StringComparison.Ordinal);
        Assert.Contains("between 4 and 6 of 10, in the middle 5", told[0], StringComparison.Ordinal);
        Assert.Contains("too few records to compare with", told[1], StringComparison.Ordinal);
        Assert.Contains(
            "from 90 days",
            (await OfAsync(await WorkJournal.PlantedAsync(days: 180))).Function[1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_usual_load_is_the_middle_of_the_days_on_which_the_diary_was_kept()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var draft = new Draft("activity");
        for (var ago = 0; ago < 20; ago += 2)
            draft.Add(
                new Activity
                {
                    Day = journal.Today.PlusDays(-ago),
                    Kind = ActivityKind.Physical,
                    Units = 3,
                }
            );
        await journal.RecordAsync(draft);
        var told = (await OfAsync(journal)).Load;
        Assert.Contains("3 units a day: half of your last 10 diary days", told[0], StringComparison.Ordinal);
        // 7 days make a usual: only the 3 after them can be compared with one
        Assert.Contains("Of 3 diary days that had a usual load", told[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No difference worth knowing", "sleep_hours", "sleep_quality")]
    [InlineData("cannot be told yet", "sleep_hours")]
    [InlineData("cannot be told yet", "sleep_quality")]
    [InlineData("cannot be told yet")]
    public void That_nights_make_no_difference_is_told_only_once_all_of_sleep_is_settled(
        string told,
        params string[] tested
    )
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(t => 3.0 + (t % 4))];
        var pain = new DayColumn(new ColumnName("pain"), WorkJournal.Catalogue.Find("pain"), values);
        var findings = new FindingReport(
            pain,
            new DaySeries(WorkJournal.Today.PlusDays(-199), 200, [pain]),
            new Roles("pain", [], tested.ToDictionary(t => t, _ => FactorKind.Reactive)),
            new AnalysisResult
            {
                Days = 200,
                Recorded = 200,
                Triggers = [.. tested.Select(NotFound)],
            }
        );
        var facts = new WorkFacts(WorkJournal.Today, findings, null, Pacing, Rules, null, null);
        Assert.Contains(told, Assert.Single(new WorkSentences(English, facts).Sleep), StringComparison.Ordinal);
    }

    private static Trigger NotFound(string factor) =>
        new(factor, 1, 0, 0, -0.1, 0.1, 0.9, 0.9, 0, 0, false, Strength.None, 200);

    [Fact]
    public void A_week_without_a_note_of_lost_work_has_no_number()
    {
        var today = WorkJournal.Today; // a Sunday
        var weeks = WorkDiary.Weeks(
            [Lost(today, 3), Lost(today.PlusDays(-6), 2), Lost(today.PlusDays(-14), 8), Lost(today.PlusDays(-7), null)],
            today,
            4
        );
        Assert.Equal([5, null, 8, null], weeks.Select(w => w.Hours));
        Assert.Equal([2, 0, 1, 0], weeks.Select(w => w.Days));
        Assert.All(weeks, w => Assert.Equal(IsoDayOfWeek.Monday, w.Monday.DayOfWeek));
        Assert.Equal(today.PlusDays(-6), weeks[0].Monday);
    }

    [Fact]
    public void Other_costs_are_no_lost_work() =>
        Assert.Empty(WorkDiary.Lost([Lost(WorkJournal.Today, 1) with { Kind = CostKind.Visit }]));
}
