using Inomya.Content;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Tests.Medicines;
using Inomya.Treatments;
using NodaTime;

namespace Inomya.Tests.Treatments;

/// <summary>What a course is, said in one sentence.</summary>
public class CourseWordsTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly Words English = new(Shelf.Content);

    /// <summary>A course of every kind, and how it must read.</summary>
    public static TheoryData<string, Course> Courses =>
        new()
        {
            { "15 mg, once a day", Of(new() { TimesPerDay = 1 }) },
            { "15 mg, 3 times a day", Of(new() { TimesPerDay = 3 }) },
            { "15 mg, every day", Of(new()) },
            { "15 mg, 2 times a day at 08:00, 20:00", Of(new() { Times = [new(8, 0), new(20, 0)] }) },
            { "15 mg, every other day", Of(new() { EveryDays = 2 }) },
            {
                "15 mg, once a week, on Monday at 08:00",
                Of(new() { Times = [new(8, 0)], Weekdays = [IsoDayOfWeek.Monday] })
            },
            {
                "15 mg, 2 days a week, on Tuesday, Friday, 2 times on those days",
                Of(new() { TimesPerDay = 2, Weekdays = [IsoDayOfWeek.Tuesday, IsoDayOfWeek.Friday] })
            },
            {
                "25 µg an hour, patch, as a patch, through the skin, every 3 days",
                Of(
                    new()
                    {
                        FirstDose = 25,
                        Unit = "ug/h",
                        EveryDays = 3,
                    }
                ) with
                {
                    Form = "patch",
                    Route = "transdermal",
                }
            },
            {
                "30 mg, once a day, dose by date: 15 mg from 12 Nov 2026, 30 mg from 20 Nov 2026, 60 mg from 1 Dec 2026",
                Of(new() { TimesPerDay = 1, Steps = [new(Today.PlusDays(-2), 30), new(Today.PlusDays(9), 60)] })
            },
            {
                "in a pause, once a day, dose by date: 15 mg from 12 Nov 2026, pause from 22 Nov 2026",
                Of(new() { TimesPerDay = 1, Steps = [new(Today, 0)] })
            },
            {
                "15 mg, as needed, at most 4 a day, at least 6 hours apart",
                Of(
                    new()
                    {
                        AsNeeded = true,
                        MostPerDay = 4,
                        HoursApart = 6,
                    }
                )
            },
            { "15 mg, as needed", Of(new() { AsNeeded = true }) },
            { "15 mg, about 2 times a week", Of(new() { TimesPerDay = 0.3 }) },
            { "15 mg, about once every 10 days", Of(new() { TimesPerDay = 0.1 }) },
            { "15 mg, about 1.5 times a day", Of(new() { TimesPerDay = 1.5 }) },
            { "dose not written down, once a day", Of(new() { Unit = null, TimesPerDay = 1 }, dose: null) },
            { "15 spoonfuls, once a day", Of(new() { Unit = "spoonfuls", TimesPerDay = 1 }) },
            { "1 tablet, once a day", Of(new() { Unit = "{tablet}", TimesPerDay = 1 }, dose: 1) },
        };

    [Theory, MemberData(nameof(Courses))]
    public void A_course_of_every_kind_reads_as_it_was_entered(string sentence, Course course) =>
        Assert.Equal(sentence, English.How(course, TreatmentKind.Medicine, Today));

    [Theory, MemberData(nameof(Courses))]
    public void A_course_that_ended_keeps_the_dose_of_its_last_day(string sentence, Course course) =>
        Assert.Equal(sentence, English.How(course with { End = Today }, TreatmentKind.Medicine, Today.PlusDays(400)));

    [Fact]
    public void When_it_was_is_said_for_what_ended_goes_on_and_comes()
    {
        var course = Of(new() { TimesPerDay = 1 });
        Assert.Equal("since 12 Nov 2026", English.Span(course, Today));
        Assert.Equal("12 Nov 2026 to 22 Nov 2026", English.Span(course with { End = Today }, Today));
        Assert.Equal("from 12 Nov 2026", English.Span(course, Today.PlusDays(-30)));
    }

    [Fact]
    public void What_is_no_medicine_needs_no_dose() =>
        Assert.Equal(
            "about 2 times a week",
            English.How(Of(new() { TimesPerDay = 0.3 }, dose: null), TreatmentKind.Exercise, Today)
        );

    [Theory]
    [InlineData("es"), InlineData("en")]
    public void Every_kind_has_its_words_in_every_language(string language)
    {
        var words = new Words(Shelf.Content, language);
        foreach (var row in Courses)
        {
            var sentence = words.How(row.Data.Item2, TreatmentKind.Medicine, Today);
            Assert.DoesNotContain("dosing.", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
        }
    }

    /// <summary>Days from one dose day to the next, and times on such a day, as the medicine check gets them.</summary>
    [Fact]
    public void The_check_gets_the_true_rate_of_every_kind()
    {
        Assert.Equal((1, 7), RateOf(new() { Times = [new(8, 0)], Weekdays = [IsoDayOfWeek.Monday] }));
        Assert.Equal((2, 1), RateOf(new() { Times = [new(8, 0), new(20, 0)] }));
        Assert.Equal((null, 3), RateOf(new() { EveryDays = 3 }));
        Assert.Equal((1, 1 / 0.3), RateOf(new() { TimesPerDay = 0.3 }));
        Assert.Equal((3, 1), RateOf(new() { TimesPerDay = 3 }));
        Assert.Equal((4, null), RateOf(new() { AsNeeded = true, MostPerDay = 4 }));
    }

    private static (double? Times, double? Every) RateOf(DoseSchedule schedule)
    {
        var treatment = new Treatment { Name = "methotrexate" };
        var course = Of(schedule) with { TreatmentId = treatment.Id };
        var medicine = Assert.Single(CurrentMedicines.Of([treatment], [course], Today, Shelf.Catalogue));
        return (medicine.TimesPerDay, medicine.EveryDays);
    }

    private static Course Of(DoseSchedule schedule, double? dose = 15) =>
        new()
        {
            TreatmentId = Guid.Empty,
            Start = Today.PlusDays(-10),
            Schedule = schedule with
            {
                FirstDose = schedule.FirstDose ?? dose,
                Unit = schedule.Unit ?? (dose is null ? null : "mg"),
            },
        };
}
