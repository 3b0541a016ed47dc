using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.LookAlikes;
using Inomya.Medicines;
using Inomya.RedFlags;
using Inomya.Tests.Questionnaires;
using NodaTime;

namespace Inomya.Tests.LookAlikes;

/// <summary>What a journal says about the look-alikes, on real storage.</summary>
public class LookAlikeReviewTests
{
    private static readonly LookAlikeCatalogue Content = new(ContentCheck.Content, new LabTests(ContentCheck.Content));
    private static readonly MedicineCatalogue Medicines = new(ContentCheck.Content);
    private static readonly RedFlagCatalogue Flags = new(ContentCheck.Content);
    private static readonly CriticalLimits Limits = new(ContentCheck.Content, Content.Laboratory);

    public static TheoryData<string> Both => Storage.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task An_empty_journal_has_looked_at_nothing_and_rules_nothing_out(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var reviews = LookAlikeReview.All(Content, await ReportedSigns.ReadAsync(journal, Medicines));
        Assert.Equal(51, reviews.Count);
        Assert.All(reviews, r => Assert.Equal(LookAlikeStanding.NotLookedAt, r.Standing));
        Assert.All(reviews, r => Assert.Empty(r.Speaks));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_mark_is_said_changed_taken_back_and_undone(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await SayAsync(journal, new MarkAnswer(MarkKind.LookAlike, "lupus", "ruled-out", "2019", "Dr Vega"));
        Assert.Equal((LookAlikeStanding.RuledOut, "2019", "Dr Vega"), await StandingAsync(journal, "lupus"));
        await SayAsync(journal, new MarkAnswer(MarkKind.LookAlike, "lupus", "known", "2024-05"));
        Assert.Equal((LookAlikeStanding.Known, "2024-05", null), await StandingAsync(journal, "lupus"));
        var taken = await SayAsync(journal, new MarkAnswer(MarkKind.LookAlike, "lupus", null));
        Assert.Empty(await journal.AllAsync<Mark>());
        await journal.UndoAsync(taken!.Id);
        Assert.Equal((LookAlikeStanding.Known, "2024-05", null), await StandingAsync(journal, "lupus"));
        Assert.Null(await SayAsync(journal, new MarkAnswer(MarkKind.LookAlike, "lupus", "known", "2024-05")));
        await SayAsync(journal, new MarkAnswer(MarkKind.LookAlike, "lupus", null));
        await SayAsync(journal, new MarkAnswer(MarkKind.LookAlike, "lupus", "ask"));
        Assert.Equal(LookAlikeStanding.Ask, (await StandingAsync(journal, "lupus")).Item1);
    }

    [Fact]
    public async Task One_strong_sign_or_two_others_are_worth_asking_about_and_a_no_speaks_for_nothing()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await SayAsync(
            journal,
            new MarkAnswer(MarkKind.Sign, "dry-eyes", "yes"),
            new MarkAnswer(MarkKind.Sign, "feels-cold", "yes"),
            new MarkAnswer(MarkKind.Sign, "sun-rash", "no")
        );
        var reviews = await ReviewsAsync(journal);
        Assert.Equal(LookAlikeStanding.Ask, reviews["sjogren"].Standing);
        Assert.Equal(LookAlikeStanding.NotLookedAt, reviews["hypothyroidism"].Standing);
        Assert.Empty(reviews["lupus"].Speaks);
        await SayAsync(journal, new MarkAnswer(MarkKind.Sign, "constipation", "yes"));
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
            new MarkAnswer(MarkKind.LookAlike, "sjogren", "ruled-out", when),
            new MarkAnswer(MarkKind.Sign, "dry-eyes", "yes")
        );
        var sjogren = (await ReviewsAsync(journal))["sjogren"];
        Assert.Equal((LookAlikeStanding.RuledOut, newSince), (sjogren.Standing, sjogren.NewSince));
    }

    [Fact]
    public async Task Tests_are_found_where_they_were_recorded_the_newest_first()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await SayAsync(journal, new MarkAnswer(MarkKind.Test, "sleep-study", "had", "2021", "Hospital", "no apnoea"));
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
            new MarkAnswer(MarkKind.Sign, "dry-eyes", "yes"),
            new MarkAnswer(MarkKind.Sign, "stairs-hard", "yes"),
            new MarkAnswer(MarkKind.LookAlike, "rheumatoid-arthritis", "ruled-out")
        );
        var order = LookAlikeReview
            .All(Content, await ReportedSigns.ReadAsync(journal, Medicines))
            .Select(r => r.Of.Id)
            .ToList();
        Assert.Equal(["inflammatory-myopathy", "sjogren"], order.Take(2));
        Assert.Equal("rheumatoid-arthritis", order[^1]);
    }

    [Fact]
    public async Task Back_pain_before_45_alone_is_too_weak_and_with_three_other_signs_it_is_not()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await SayAsync(
            journal,
            new MarkAnswer(MarkKind.Sign, "back-pain-before-45", "yes"),
            new MarkAnswer(MarkKind.Sign, "buttock-pain", "yes"),
            new MarkAnswer(MarkKind.Sign, "back-pain-at-night", "yes")
        );
        Assert.Equal(LookAlikeStanding.NotLookedAt, (await ReviewsAsync(journal))["axial-spondyloarthritis"].Standing);
        await SayAsync(journal, new MarkAnswer(MarkKind.Sign, "better-with-nsaid", "yes"));
        Assert.Equal(LookAlikeStanding.Ask, (await ReviewsAsync(journal))["axial-spondyloarthritis"].Standing);
        await SayAsync(journal, new MarkAnswer(MarkKind.Sign, "back-pain-before-45", "no"));
        Assert.Equal(LookAlikeStanding.NotLookedAt, (await ReviewsAsync(journal))["axial-spondyloarthritis"].Standing);
    }

    [Theory]
    [InlineData(230.0, 207.0, LookAlikeStanding.Tested)]
    [InlineData(900.0, 207.0, LookAlikeStanding.Ask)]
    [InlineData(20000.0, null, LookAlikeStanding.Ask)]
    public async Task A_creatine_kinase_just_above_its_range_is_one_weak_clue_and_one_far_above_is_not(
        double value,
        double? high,
        LookAlikeStanding expected
    )
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(
            new Draft("edit").Add(Lab(journal, "CK", value, high, null, null) with { Unit = "U/L" })
        );
        var myositis = (await ReviewsAsync(journal))["inflammatory-myopathy"];
        Assert.Equal(expected, myositis.Standing);
        Assert.Single(myositis.Speaks);
    }

    [Fact]
    public async Task What_fits_many_people_counts_beside_a_sign_and_not_beside_its_like()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.UpdatePersonAsync(journal.Person with { BirthYear = 1950 });
        journal = await journal.Store.OfAsync(journal.Person.Id);
        await journal.RecordAsync(
            new Draft("edit").Add(Lab(journal, "ESR", 60, 20, null, null)).Add(Lab(journal, "CRP", 30, 5, null, null))
        );
        var reviews = await ReviewsAsync(journal);
        foreach (var id in (string[])["polymyalgia-rheumatica", "cancer-myeloma", "rheumatoid-arthritis", "vasculitis"])
            Assert.Equal(LookAlikeStanding.NotLookedAt, reviews[id].Standing);
        await SayAsync(journal, new MarkAnswer(MarkKind.Sign, "nose-crusts", "yes"));
        Assert.Equal(LookAlikeStanding.Ask, (await ReviewsAsync(journal))["vasculitis"].Standing);
    }

    [Fact]
    public async Task A_test_that_fits_many_illnesses_makes_none_of_them_tested()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(
            new Draft("edit")
                .Add(Lab(journal, "CRP", 2, 5, null, null))
                .Add(Lab(journal, "Haemoglobin", 140, 160, null, null))
        );
        var reviews = await ReviewsAsync(journal);
        Assert.All(reviews.Values, r => Assert.Equal(LookAlikeStanding.NotLookedAt, r.Standing));
        Assert.Single(reviews["rheumatoid-arthritis"].Tests.Single(t => t.Test.Id == "crp").Had);
        await journal.RecordAsync(new Draft("edit").Add(Lab(journal, "Anti-CCP", 1, 7, null, null)));
        Assert.Equal(LookAlikeStanding.Tested, (await ReviewsAsync(journal))["rheumatoid-arthritis"].Standing);
    }

    [Fact]
    public async Task A_ferritin_that_the_laboratory_calls_normal_can_still_be_low_for_iron_and_for_restless_legs()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var ferritin = Lab(journal, "Ferritin", 25, 150, null, null) with { RangeLow = 12, Unit = "ng/mL" };
        await journal.RecordAsync(new Draft("edit").Add(ferritin));
        var reviews = await ReviewsAsync(journal);
        Assert.Equal(LookAlikeStanding.Ask, reviews["iron-deficiency"].Standing);
        Assert.Contains(reviews["restless-legs"].Speaks, s => s.Clue.AtMost == 75);
        var kept = Assert.Single(await journal.AllAsync<LabResult>());
        await journal.RecordAsync(new Draft("edit").Correct(kept, kept with { Value = 60 }));
        reviews = await ReviewsAsync(journal);
        Assert.Empty(reviews["iron-deficiency"].Speaks);
        Assert.Contains(reviews["restless-legs"].Speaks, s => s.Clue.AtMost == 75);
    }

    [Fact]
    public async Task A_medicine_that_the_catalogue_does_not_have_speaks_by_its_name()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var treatment = new Treatment { Name = "Keytruda 200 mg" };
        await journal.RecordAsync(
            new Draft("edit")
                .Add(treatment)
                .Add(new Course { TreatmentId = treatment.Id, Start = journal.Today.PlusDays(-60) })
        );
        Assert.Contains((await ReviewsAsync(journal))["drug-induced-pain"].Speaks, s => s.Text == "Keytruda 200 mg");
    }

    [Theory]
    [InlineData("inflammatory-myopathy", "hard-to-swallow")]
    [InlineData("statin-myopathy", "dark-urine")]
    [InlineData("multiple-sclerosis", "numb-spells")]
    [InlineData("multiple-sclerosis", "eye-lost-sight")]
    [InlineData("bipolar-disorder", "high-energy-spells")]
    public async Task A_sign_of_the_past_raises_no_alarm_and_the_same_sign_now_does(string id, string sign)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await SayAsync(journal, new MarkAnswer(MarkKind.Sign, sign, "yes"));
        Assert.Null((await AdviceAsync(journal, id)).Flag);
        Assert.Null(Assert.Single((await ReviewsAsync(journal))[id].Flags).IsNow);

        await SayAsync(journal, new MarkAnswer(MarkKind.Sign, SignNow.SubjectOf(sign), "no", "2026-11-22"));
        Assert.Null((await AdviceAsync(journal, id)).Flag);
        await SayAsync(journal, new MarkAnswer(MarkKind.Sign, SignNow.SubjectOf(sign), "yes", "2026-11-22"));
        Assert.NotNull((await AdviceAsync(journal, id)).Flag);
    }

    [Fact]
    public async Task An_answer_about_now_is_about_now_for_a_week_and_then_nobody_has_answered()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await SayAsync(journal, new MarkAnswer(MarkKind.Sign, "dark-urine", "yes"));
        foreach (var (daysAgo, isNow) in ((int, bool?)[])[(6, true), (7, null)])
        {
            var subject = SignNow.SubjectOf("dark-urine");
            var marks = await journal.AllAsync<Mark>();
            var mark = new Mark
            {
                Id = Mark.IdOf(MarkKind.Sign, subject),
                Kind = MarkKind.Sign,
                Subject = subject,
                Answer = "yes",
                Day = journal.Today.PlusDays(-daysAgo),
            };
            await journal.RecordAsync(
                marks.FirstOrDefault(m => m.Id == mark.Id) is { } before
                    ? new Draft("mark").Correct(before, mark)
                    : new Draft("mark").Add(mark)
            );
            Assert.Equal(isNow, (await ReviewsAsync(journal))["statin-myopathy"].Flags.Single().IsNow);
        }
    }

    [Fact]
    public async Task Of_a_flag_a_critical_result_and_the_usual_only_the_most_urgent_is_told()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await SayAsync(journal, new MarkAnswer(MarkKind.Sign, "stairs-hard", "yes"));
        // a flag of two weeks does not slow down an illness that should be seen this week
        await SayAsync(journal, new MarkAnswer(MarkKind.Sign, SignNow.SubjectOf("stairs-hard"), "yes", "2026-11-22"));
        Assert.True((await AdviceAsync(journal, "inflammatory-myopathy")).IsUsual);

        await journal.RecordAsync(
            new Draft("edit").Add(Lab(journal, "CK", 2400, 207, null, null) with { Unit = "U/L" })
        );
        var advice = await AdviceAsync(journal, "inflammatory-myopathy");
        Assert.Null(advice.Flag);
        Assert.Equal(HowSoon.Today, advice.Critical.Single().Soon);

        await SayAsync(
            journal,
            new MarkAnswer(MarkKind.Sign, "hard-to-swallow", "yes"),
            new MarkAnswer(MarkKind.Sign, SignNow.SubjectOf("hard-to-swallow"), "yes", "2026-11-22")
        );
        advice = await AdviceAsync(journal, "inflammatory-myopathy");
        Assert.Equal(Urgency.Now, advice.Flag!.Urgency);
        Assert.Empty(advice.Critical);
    }

    [Fact]
    public async Task A_question_that_was_not_answered_is_counted_and_is_not_a_no()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var before = (await ReviewsAsync(journal))["osteoarthritis"];
        await SayAsync(journal, new MarkAnswer(MarkKind.Sign, "knobbly-joints", "no"));
        Assert.Equal(before.Unanswered - 1, (await ReviewsAsync(journal))["osteoarthritis"].Unanswered);
        Assert.Equal(3, before.Unanswered);
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

    private static async Task<Change?> SayAsync(Journal journal, params MarkAnswer[] sayings)
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

    private static async Task<LookAlikeAdvice> AdviceAsync(Journal journal, string id) =>
        LookAlikeAdvice.Of(
            Content,
            (await ReviewsAsync(journal))[id],
            Flags,
            await LabReadings.ReadAsync(journal, Content.Laboratory, Limits)
        );

    private static async Task<Dictionary<string, LookAlikeReview>> ReviewsAsync(Journal journal) =>
        LookAlikeReview.All(Content, await ReportedSigns.ReadAsync(journal, Medicines)).ToDictionary(r => r.Of.Id);
}
