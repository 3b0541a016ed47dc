using Inomya.Content;
using Inomya.Evidence;
using Inomya.Journals;
using Inomya.Movement;
using Inomya.Tests.Medicines;
using Inomya.Treatments;
using Inomya.WhatHelped;
using NodaTime;

namespace Inomya.Tests.Movement;

/// <summary>A session is an intake of a treatment, so that "what helped" sees movement as it sees a medicine.</summary>
public class SessionIntakeTests
{
    private const string Name = "Aerobic exercise";

    private static readonly MeasureCatalogue Measures = new(Shelf.Content);

    private static async Task RecordAsync(
        Journal journal,
        LocalDate day,
        MovementKind kind = MovementKind.Aerobic,
        string name = Name
    )
    {
        var session = new MovementSession
        {
            Day = day,
            Kind = kind,
            Minutes = 10,
        };
        var draft = new Draft("movement", null, day).Add(session);
        SessionIntakes.Add(draft, session, name, await journal.AllAsync<Treatment>(), await journal.AllAsync<Course>());
        await journal.RecordAsync(draft);
    }

    [Fact]
    public async Task One_treatment_and_one_course_hold_all_sessions_of_a_kind()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        foreach (var ago in new[] { 3, 1, 9 })
            await RecordAsync(journal, journal.Today.PlusDays(-ago));
        var treatment = Assert.Single(await journal.AllAsync<Treatment>());
        var course = Assert.Single(await journal.AllAsync<Course>());
        Assert.Equal((Name, TreatmentKind.Exercise), (treatment.Name, treatment.Kind));
        Assert.Equal(journal.Today.PlusDays(-9), course.Start); // one that was written down later began earlier
        Assert.Equal(new DoseSchedule { BySession = true }, course.Schedule);
        var intakes = await journal.AllAsync<Intake>();
        Assert.All(intakes, i => Assert.Equal((treatment.Id, course.Id, 10.0), (i.TreatmentId, i.CourseId, i.Amount)));
        Assert.Equal(3, intakes.Count);
        await RecordAsync(journal, journal.Today, MovementKind.Strength, "Strength training");
        Assert.Equal(2, (await journal.AllAsync<Treatment>()).Count);
    }

    [Fact]
    public async Task A_session_is_no_dose_that_is_due_and_its_course_says_by_session()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await RecordAsync(journal, journal.Today.PlusDays(-3));
        var course = Assert.Single(await journal.AllAsync<Course>());
        foreach (var day in Enumerable.Range(-3, 20).Select(journal.Today.PlusDays))
        {
            var doses = await DayDoses.ReadAsync(journal, day);
            Assert.Equal((0, 0), (doses.Planned.Count, doses.Needed.Count));
        }
        foreach (var (language, says) in new[] { ("en", "by session"), ("es", "por sesiones") })
            Assert.Equal(says, new Words(Shelf.Content, language).How(course, TreatmentKind.Exercise, journal.Today));
    }

    [Fact]
    public async Task A_course_of_before_that_asked_for_doses_is_by_session_from_the_next_session_on()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await RecordAsync(journal, journal.Today.PlusDays(-3));
        var course = Assert.Single(await journal.AllAsync<Course>());
        var before = course with { Schedule = new DoseSchedule { TimesPerDay = 3 / 7.0 } };
        await journal.RecordAsync(new Draft("edit").Correct(course, before));
        await RecordAsync(journal, journal.Today);
        Assert.True(Assert.Single(await journal.AllAsync<Course>()).Schedule.BySession);
    }

    [Fact]
    public async Task A_treatment_of_that_name_that_the_person_has_is_taken()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var own = new Treatment { Name = "aerobic EXERCISE", Kind = TreatmentKind.Exercise };
        var course = new Course { TreatmentId = own.Id, Start = journal.Today.PlusDays(-20) };
        await journal.RecordAsync(new Draft("edit").Add(own).Add(course));
        await RecordAsync(journal, journal.Today);
        Assert.Equal(own.Id, Assert.Single(await journal.AllAsync<Treatment>()).Id);
        Assert.Equal(course.Id, Assert.Single(await journal.AllAsync<Intake>()).CourseId);
        Assert.Equal(course.Schedule, Assert.Single(await journal.AllAsync<Course>()).Schedule); // her own plan stays
    }

    [Fact]
    public async Task After_a_course_has_ended_a_session_begins_another()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await RecordAsync(journal, journal.Today.PlusDays(-30));
        var first = Assert.Single(await journal.AllAsync<Course>());
        await journal.RecordAsync(new Draft("edit").Correct(first, first with { End = journal.Today.PlusDays(-10) }));
        await RecordAsync(journal, journal.Today);
        Assert.Equal(2, (await journal.AllAsync<Course>()).Count);
    }

    [Fact]
    public async Task What_helped_sees_it_with_its_evidence_card()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var pain = new Draft("edit");
        for (var ago = 0; ago < 120; ago++)
            pain.Add(
                new Entry
                {
                    Measure = "pain",
                    Value = 5 + (ago % 3),
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Day = journal.Today.PlusDays(-ago),
                    Source = "checkin",
                }
            );
        await journal.RecordAsync(pain);
        for (var ago = 88; ago >= 0; ago -= 3)
            await RecordAsync(journal, journal.Today.PlusDays(-ago));
        var cards = new EvidenceCatalogue(Shelf.Content, Shelf.Catalogue);
        var words = new EvidenceWords(new Words(Shelf.Content));
        var review = await WhatHelpedReview.OfAsync(
            journal,
            Measures,
            name => EvidenceMatch.For(cards, name, words.Name),
            WhatHelpedRules.Read(Shelf.Content)
        );
        var tried = Assert.Single(review!.Courses());
        Assert.Equal(Name, tried.Treatment!.Name);
        Assert.Equal("aerobic-exercise", tried.CardId);
        Assert.Equal(HelpStanding.Told, tried.Standing);
    }

    [Theory]
    [InlineData("aerobic", "aerobic-exercise")]
    [InlineData("strength", "strength-training")]
    [InlineData("water", "aquatic-exercise")]
    [InlineData("flexibility", "stretching")]
    [InlineData("tai-chi", "tai-chi")]
    [InlineData("yoga", "yoga")]
    public void The_names_of_the_treatments_find_their_evidence_card(string kind, string card)
    {
        var cards = new EvidenceCatalogue(Shelf.Content, Shelf.Catalogue);
        foreach (var language in new[] { "en", "es" })
        {
            var words = new Words(Shelf.Content, language);
            var found = EvidenceMatch.For(cards, words[$"movement.treatment.{kind}"], new EvidenceWords(words).Name);
            Assert.Contains(card, found.Select(c => c.Id));
        }
    }
}
