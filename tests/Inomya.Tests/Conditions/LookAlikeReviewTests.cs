using Inomya.Conditions;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Tests.Assessments;
using Inomya.Treatments;
using NodaTime;

namespace Inomya.Tests.Conditions;

/// <summary>What a journal says about the look-alikes, on real storage.</summary>
public class LookAlikeReviewTests
{
    private static readonly LookAlikes Content = new(ContentCheck.Content, new LabTests(ContentCheck.Content));
    private static readonly MedicineCatalogue Medicines = new(ContentCheck.Content);

    public static TheoryData<string> Both => Storage.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task An_empty_journal_has_looked_at_nothing_and_rules_nothing_out(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var reviews = LookAlikeReview.All(Content, await Reported.ReadAsync(journal, Medicines));
        Assert.Equal(27, reviews.Count);
        Assert.All(reviews, r => Assert.Equal(LookAlikeStanding.NotLookedAt, r.Standing));
        Assert.All(reviews, r => Assert.Empty(r.Speaks));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_mark_is_said_changed_taken_back_and_undone(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await SayAsync(journal, new Saying(MarkKind.LookAlike, "lupus", "ruled-out", "2019", "Dr Vega"));
        Assert.Equal((LookAlikeStanding.RuledOut, "2019", "Dr Vega"), await StandingAsync(journal, "lupus"));
        await SayAsync(journal, new Saying(MarkKind.LookAlike, "lupus", "known", "2024-05"));
        Assert.Equal((LookAlikeStanding.Known, "2024-05", null), await StandingAsync(journal, "lupus"));
        var taken = await SayAsync(journal, new Saying(MarkKind.LookAlike, "lupus", null));
        Assert.Empty(await journal.AllAsync<Mark>());
        await journal.UndoAsync(taken!.Id);
        Assert.Equal((LookAlikeStanding.Known, "2024-05", null), await StandingAsync(journal, "lupus"));
        Assert.Null(await SayAsync(journal, new Saying(MarkKind.LookAlike, "lupus", "known", "2024-05")));
        await SayAsync(journal, new Saying(MarkKind.LookAlike, "lupus", null));
        await SayAsync(journal, new Saying(MarkKind.LookAlike, "lupus", "ask"));
        Assert.Equal(LookAlikeStanding.Ask, (await StandingAsync(journal, "lupus")).Item1);
    }

    [Fact]
    public async Task One_strong_sign_or_two_others_are_worth_asking_about_and_a_no_speaks_for_nothing()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await SayAsync(
            journal,
            new Saying(MarkKind.Sign, "dry-eyes", "yes"),
            new Saying(MarkKind.Sign, "feels-cold", "yes"),
            new Saying(MarkKind.Sign, "sun-rash", "no")
        );
        var reviews = await ReviewsAsync(journal);
        Assert.Equal(LookAlikeStanding.Ask, reviews["sjogren"].Standing);
        Assert.Equal(LookAlikeStanding.NotLookedAt, reviews["hypothyroidism"].Standing);
        Assert.Empty(reviews["lupus"].Speaks);
        await SayAsync(journal, new Saying(MarkKind.Sign, "constipation", "yes"));
        Assert.Equal(LookAlikeStanding.Ask, (await ReviewsAsync(journal))["hypothyroidism"].Standing);
    }

    [Theory]
    [
        InlineData(5.1, 4.0, null, null, true),
        InlineData(3.9, 4.0, null, null, false),
        InlineData(5.1, null, null, null, false),
        InlineData(5.1, 4.0, "<", null, false),
        InlineData(5.1, 4.0, ">", null, true)
    ]
    [InlineData(null, null, null, "positive", false)]
    public async Task A_result_speaks_only_when_it_lies_outside_the_range_of_its_own_laboratory(
        double? value,
        double? high,
        string? comparator,
        string? text,
        bool speaks
    )
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(new Draft("edit").Add(Lab(journal, "TSH", value, high, comparator, text)));
        var thyroid = (await ReviewsAsync(journal))["hypothyroidism"];
        Assert.Equal(speaks, thyroid.Speaks.Any(s => s.Clue.Lab == "tsh"));
        Assert.Single(thyroid.Tests.Single(t => t.Test.Id == "tsh").Had);
        Assert.Equal(speaks ? LookAlikeStanding.Ask : LookAlikeStanding.Tested, thyroid.Standing);
    }

    [Theory]
    [
        InlineData("Positive, 1:320", true),
        InlineData("POSITIVO", true),
        InlineData("not detected", false),
        InlineData("Negative", false),
        InlineData("Non-reactive", false),
        InlineData("see letter", false)
    ]
    public async Task A_result_in_words_is_read_as_the_laboratory_wrote_it(string text, bool speaks)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(
            new Draft("edit").Add(Lab(journal, "Antinuclear antibodies", null, null, null, text))
        );
        Assert.Equal(speaks, (await ReviewsAsync(journal))["lupus"].Speaks.Any(s => s.Clue.Lab == "ana"));
    }

    [Fact]
    public async Task Only_the_newest_result_speaks_and_a_code_goes_before_a_name()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(
            new Draft("edit")
                .Add(Lab(journal, "TSH", 9, 4, null, null) with { Day = journal.Today.PlusDays(-400) })
                .Add(Lab(journal, "TSH", 2, 4, null, null))
                .Add(
                    Lab(journal, "Calcium", 99, 10, null, null) with
                    {
                        Loinc = "3016-3",
                        Day = journal.Today.PlusDays(-800),
                    }
                )
                .Add(Lab(journal, "Calcium in urine", 99, 10, null, null))
        );
        var reviews = await ReviewsAsync(journal);
        Assert.DoesNotContain(reviews["hypothyroidism"].Speaks, s => s.Clue.Lab == "tsh");
        Assert.Equal(3, reviews["hypothyroidism"].Tests.Single(t => t.Test.Id == "tsh").Had.Count);
        Assert.Empty(reviews["hyperparathyroidism"].Speaks);
    }

    [Fact]
    public async Task A_medicine_the_story_the_age_and_weeks_of_stiffness_speak_too()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.UpdatePersonAsync(journal.Person with { BirthYear = 1960 });
        journal = await journal.Store.OfAsync(journal.Person.Id);
        var statin = new Treatment { Name = "Simvastatin" };
        var draft = new Draft("edit")
            .Add(statin)
            .Add(new Course { TreatmentId = statin.Id, Start = journal.Today.PlusDays(-60) })
            .Add(new HistoryItem { Kind = HistoryKind.Family, Text = "My sister has coeliac disease" });
        for (var day = 0; day < 14; day++)
            draft.Add(
                new Entry
                {
                    Measure = "stiffness",
                    Value = 7,
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Day = journal.Today.PlusDays(-day),
                    Source = "checkin",
                }
            );
        await journal.RecordAsync(draft);
        var reviews = await ReviewsAsync(journal);
        Assert.Contains(reviews["statin-myopathy"].Speaks, s => s.Text == "Simvastatin");
        Assert.Contains(reviews["coeliac-disease"].Speaks, s => s.Text == "My sister has coeliac disease");
        Assert.Contains(reviews["polymyalgia-rheumatica"].Speaks, s => s.Clue.Age == 50);
        Assert.Contains(reviews["rheumatoid-arthritis"].Speaks, s => s is { Clue.Measure: "stiffness", Value: 7 });
    }

    [Fact]
    public async Task Half_of_the_days_not_recorded_say_nothing_about_the_rest()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var draft = new Draft("edit");
        for (var day = 0; day < 13; day++)
            draft.Add(
                new Entry
                {
                    Measure = "stiffness",
                    Value = 9,
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Day = journal.Today.PlusDays(-day),
                    Source = "checkin",
                }
            );
        await journal.RecordAsync(draft);
        Assert.Empty((await ReviewsAsync(journal))["rheumatoid-arthritis"].Speaks);
    }

    [Theory]
    [InlineData("2019", true), InlineData("2026-11-22", false), InlineData(null, false)]
    public async Task What_was_recorded_after_it_was_ruled_out_is_told_and_what_came_before_is_not(
        string? when,
        bool newSince
    )
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await SayAsync(
            journal,
            new Saying(MarkKind.LookAlike, "sjogren", "ruled-out", when),
            new Saying(MarkKind.Sign, "dry-eyes", "yes")
        );
        var sjogren = (await ReviewsAsync(journal))["sjogren"];
        Assert.Equal((LookAlikeStanding.RuledOut, newSince), (sjogren.Standing, sjogren.NewSince));
    }

    [Fact]
    public async Task Tests_are_found_where_they_were_recorded_the_newest_first()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await SayAsync(journal, new Saying(MarkKind.Test, "sleep-study", "had", "2021", "Hospital", "no apnoea"));
        await journal.RecordAsync(
            new Draft("edit")
                .Add(
                    new Examination
                    {
                        Kind = "sleep study",
                        Day = new LocalDate(2025, 3, 1),
                        Text = "mild",
                    }
                )
                .Add(
                    new HistoryItem
                    {
                        Kind = HistoryKind.Imaging,
                        Text = "MRI of the brain: nothing new",
                        Since = "2023",
                    }
                )
        );
        var reviews = await ReviewsAsync(journal);
        Assert.Equal(["2025-03-01", "2021"], reviews["sleep-apnoea"].Tests.Single().Had.Select(h => h.When));
        Assert.Equal("2023", Assert.Single(reviews["multiple-sclerosis"].Tests.Single().Had).When);
        Assert.Equal(LookAlikeStanding.Tested, reviews["multiple-sclerosis"].Standing);
    }

    [Fact]
    public async Task What_to_ask_about_comes_first_and_the_soonest_of_it_before_the_rest()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await SayAsync(
            journal,
            new Saying(MarkKind.Sign, "dry-eyes", "yes"),
            new Saying(MarkKind.Sign, "stairs-hard", "yes"),
            new Saying(MarkKind.LookAlike, "rheumatoid-arthritis", "ruled-out")
        );
        var order = LookAlikeReview
            .All(Content, await Reported.ReadAsync(journal, Medicines))
            .Select(r => r.Of.Id)
            .ToList();
        Assert.Equal(["inflammatory-myopathy", "sjogren"], order.Take(2));
        Assert.Equal("rheumatoid-arthritis", order[^1]);
    }

    private static LabResult Lab(
        Journal journal,
        string test,
        double? value,
        double? high,
        string? comparator,
        string? text
    ) =>
        new()
        {
            Test = test,
            Day = journal.Today,
            Value = value,
            RangeHigh = high,
            Comparator = comparator,
            Text = text,
            Source = "typed",
        };

    private static async Task<Change?> SayAsync(Journal journal, params Saying[] sayings)
    {
        var draft = new Draft("mark");
        var marks = await journal.AllAsync<Mark>();
        foreach (var saying in sayings)
            saying.AddTo(draft, marks, journal.Today);
        return draft.IsEmpty ? null : await journal.RecordAsync(draft);
    }

    private static async Task<(LookAlikeStanding, string?, string?)> StandingAsync(Journal journal, string id) =>
        (await ReviewsAsync(journal))[id] is var review
            ? (review.Standing, review.Mark?.When, review.Mark?.By)
            : default;

    private static async Task<Dictionary<string, LookAlikeReview>> ReviewsAsync(Journal journal) =>
        LookAlikeReview.All(Content, await Reported.ReadAsync(journal, Medicines)).ToDictionary(r => r.Of.Id);
}
