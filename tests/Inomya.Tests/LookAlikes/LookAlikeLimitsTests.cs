using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.LookAlikes;
using Inomya.Medicines;
using Inomya.Tests.Questionnaires;
using NodaTime;

namespace Inomya.Tests.LookAlikes;

/// <summary>From which age, mean, score and day on something speaks for a look-alike.</summary>
public class LookAlikeLimitsTests
{
    private static readonly LookAlikeCatalogue Content = new(ContentCheck.Content, new LabTests(ContentCheck.Content));
    private static readonly MedicineCatalogue Medicines = new(ContentCheck.Content);

    private static async Task<LookAlikeReview> ReviewAsync(Journal journal, string id) =>
        LookAlikeReview
            .All(Content, await ReportedSigns.ReadAsync(await journal.Store.OfAsync(journal.Person.Id), Medicines))
            .Single(r => r.Of.Id == id);

    private static LookAlike Of(Func<Clue, bool> clue) => Content.All.First(l => l.Clues.Any(c => clue(c)));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public async Task An_age_speaks_from_the_year_in_which_it_is_reached(int more, bool speaks)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var of = Of(c => c.Age is not null);
        var age = of.Clues.First(c => c.Age is not null).Age!.Value;
        await journal.UpdatePersonAsync(journal.Person with { BirthYear = journal.Today.Year - age - more });
        Assert.Equal(speaks, (await ReviewAsync(journal, of.Id)).Speaks.Any(s => s.Clue.Age is not null));
    }

    [Theory]
    [InlineData(13, 0.0, false)] // less than half of the days
    [InlineData(14, 0.0, true)]
    [InlineData(14, -0.01, false)]
    public async Task A_measure_speaks_when_half_of_the_days_are_recorded_and_their_mean_reaches_the_number(
        int days,
        double more,
        bool speaks
    )
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var of = Of(c => c is { Measure: not null, Days: 28 });
        var clue = of.Clues.First(c => c is { Measure: not null, Days: 28 });
        var draft = new Draft("checkin");
        for (var day = 0; day < days; day++)
            draft.Add(Rated(journal, clue, journal.Today.PlusDays(day - 27), clue.AtLeast + more));
        // the day before the stretch does not count
        draft.Add(Rated(journal, clue, journal.Today.PlusDays(-28), 10));
        await journal.RecordAsync(draft);
        Assert.Equal(speaks, (await ReviewAsync(journal, of.Id)).Speaks.Any(s => s.Clue.Measure == clue.Measure));
    }

    private static Entry Rated(Journal journal, Clue clue, LocalDate day, double value) =>
        new()
        {
            Measure = clue.Measure!,
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Day = day,
            Source = "checkin",
        };

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Only_what_was_said_after_it_was_ruled_out_is_new(int days, bool isNew)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var of = Of(c => c.Sign is not null);
        var sign = of.Clues.First(c => c.Sign is not null).Sign!;
        await journal.RecordAsync(
            new Draft("mark")
                .Add(Said(MarkKind.LookAlike, of.Id, "ruled-out", journal.Today.PlusDays(-5)))
                .Add(Said(MarkKind.Sign, sign, "yes", journal.Today.PlusDays(days - 5)))
        );
        var review = await ReviewAsync(journal, of.Id);
        Assert.Equal((LookAlikeStanding.RuledOut, isNew), (review.Standing, review.NewSince));
    }

    private static Mark Said(MarkKind kind, string subject, string answer, LocalDate day) =>
        new()
        {
            Id = Mark.IdOf(kind, subject),
            Kind = kind,
            Subject = subject,
            Answer = answer,
            Day = day,
        };

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, null)]
    public async Task An_answer_about_now_counts_for_seven_days_its_own_among_them(int daysAgo, bool? isNow)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var of = Of(c => c.Sign is { } s && Content.RedFlagOf(s) is not null);
        var sign = of.Clues.First(c => c.Sign is { } s && Content.RedFlagOf(s) is not null).Sign!;
        await journal.RecordAsync(
            new Draft("mark")
                .Add(Said(MarkKind.Sign, sign, "yes", journal.Today.PlusDays(-90)))
                .Add(Said(MarkKind.Sign, SignNow.SubjectOf(sign), "yes", journal.Today.PlusDays(-daysAgo)))
        );
        Assert.Equal(isNow, (await ReviewAsync(journal, of.Id)).Flags.First(f => f.Sign == sign).IsNow);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_medicine_speaks_while_it_is_taken_and_not_when_it_ended_yesterday(int endedDaysAgo, bool speaks)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var of = Of(c => c.Medicine.Count > 0);
        var clue = of.Clues.First(c => c.Medicine.Count > 0);
        var treatment = new Treatment
        {
            Name = Medicines
                .Substances.First(s =>
                    s.Groups.Overlaps(clue.Medicine)
                    && Medicines.Names.Read(s.Name).Parts is [var one]
                    && one.Substance == s
                )
                .Name,
        };
        await journal.RecordAsync(
            new Draft("medicine")
                .Add(treatment)
                .Add(
                    new Course
                    {
                        TreatmentId = treatment.Id,
                        Start = journal.Today.PlusDays(-60),
                        End = journal.Today.PlusDays(-endedDaysAgo),
                    }
                )
        );
        Assert.Equal(speaks, (await ReviewAsync(journal, of.Id)).Speaks.Any(s => s.Clue == clue));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public async Task A_score_speaks_from_its_number_on_and_only_of_a_finished_form(int more, bool speaks)
    {
        var of = Content.All.FirstOrDefault(l => l.Clues.Any(c => c.Score.Count == 3));
        Assert.SkipWhen(of is null, "No look-alike asks for a score.");
        var clue = of!.Clues.First(c => c.Score.Count == 3);
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        Response Done(double value, int daysAgo, bool completed = true) =>
            new()
            {
                Instrument = clue.Score[0],
                Version = "1",
                Day = journal.Today.PlusDays(-daysAgo),
                Completed = completed,
                Json = "{}",
                Scores = FormattableString.Invariant($"{{\"{clue.Score[1]}\":{{\"{clue.Score[2]}\":{value}}}}}"),
                Source = "questionnaire",
            };
        await journal.RecordAsync(
            new Draft("questionnaire")
                .Add(Done(clue.AtLeast + 5, 9))
                .Add(Done(clue.AtLeast + more, 3))
                .Add(Done(clue.AtLeast + 5, 1, completed: false))
        );
        Assert.Equal(speaks, (await ReviewAsync(journal, of.Id)).Speaks.Any(s => s.Clue == clue));
    }
}
