using Inomya.Analysis;
using Inomya.Content;
using Inomya.Experiments;
using Inomya.Journals;
using Inomya.Questionnaires;
using Inomya.Reports;
using Inomya.Tests.Medicines;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Reports;

/// <summary>The made journal that every report is written from: one of everything that a report could tell.</summary>
/// <remarks>
/// A day with short sleep is worse, so that there is a finding. Nothing is drawn by chance but the noise, and that from
/// a seed.
/// </remarks>
internal static class ReportJournal
{
    public const int Days = 150;

    /// <summary>Names of treatments, none of which a report for an employer may hold.</summary>
    public static IReadOnlyList<string> Treatments { get; } = ["Cymbalta", "paracetamol", "Tai chi", "lyrica"];

    private static LocalDate Today => Storage.Noon.InUtc().Date;

    public static async Task<Journal> MakeAsync()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, new FakeClock(Storage.Noon));
        await journal.RecordAsync(Diary());
        await journal.RecordAsync(Tried());
        await journal.RecordAsync(Besides());
        foreach (var answered in Asked())
            await journal.RecordAsync(answered);
        return journal;
    }

    public static async Task<ReportSource> SourceAsync(Journal journal, LocalDate? from = null, LocalDate? to = null) =>
        (await ReportSource.ReadAsync(journal, Shelf.Reports, new Words(Shelf.Content), from, to))!;

    private static Draft Diary()
    {
        var random = new Random(20261122);
        var draft = new Draft("checkin");
        for (var ago = Days - 1; ago >= 0; ago--)
        {
            var day = Today.PlusDays(-ago);
            var noise = random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
            var sleep = Math.Round(5 + (3.5 * random.NextDouble()), 1);
            if (ago % 11 == 3)
                continue; // a day that nobody filled in
            var pain = Math.Clamp(Math.Round(5 + noise - (1.3 * (sleep - 6.75))), 0, 10);
            draft
                .Add(Rated("pain", pain, day))
                .Add(Rated("fatigue", Math.Clamp(pain + random.Next(-1, 2), 0, 10), day));
            draft.Add(Rated("function", Math.Clamp(10 - pain + random.Next(-1, 2), 0, 10), day));
            draft.Add(
                new Entry
                {
                    Measure = "sleep_hours",
                    Value = sleep,
                    Unit = "h",
                    Day = day,
                    Source = "checkin",
                }
            );
            if (ago % 3 == 0)
                draft.Add(Rated("pain", Math.Max(1, pain), day) with { Region = ago % 2 == 0 ? "neck" : "lower_back" });
        }
        return draft;
    }

    private static Entry Rated(string measure, double value, LocalDate day) =>
        new()
        {
            Measure = measure,
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = day,
            Source = "checkin",
        };

    private static Draft Tried()
    {
        var draft = new Draft("medicine");
        var kinds = new[]
        {
            Inomya.Journals.TreatmentKind.Medicine,
            Inomya.Journals.TreatmentKind.Medicine,
            Inomya.Journals.TreatmentKind.Exercise,
            Inomya.Journals.TreatmentKind.Medicine,
        };
        for (var i = 0; i < Treatments.Count; i++)
        {
            var treatment = new Treatment
            {
                Id = Recorded.ImportId("report", $"{i}"),
                Name = Treatments[i],
                Kind = kinds[i],
            };
            draft.Add(treatment).Add(CourseOf(i, treatment));
        }
        foreach (var ago in Enumerable.Range(0, 20))
            draft.Add(
                new Intake
                {
                    TreatmentId = Recorded.ImportId("report", "0"),
                    CourseId = Recorded.ImportId("report course", "0"),
                    Day = Today.PlusDays(-ago),
                    // four of twenty days were left out
                    Status = ago % 5 == 0 ? IntakeStatus.Skipped : IntakeStatus.Taken,
                    Source = "checkin",
                }
            );
        return draft.Add(
            new SideEffect
            {
                TreatmentId = Recorded.ImportId("report", "0"),
                Day = Today.PlusDays(-30),
                Text = "dry mouth",
                Severity = 3,
            }
        );
    }

    private static Course CourseOf(int i, Treatment treatment) =>
        new()
        {
            Id = Recorded.ImportId("report course", $"{i}"),
            TreatmentId = treatment.Id,
            Start = Today.PlusDays(i == 3 ? -400 : -100),
            End = i == 3 ? Today.PlusDays(-120) : null,
            StopReason = i == 3 ? "drowsy" : null,
            Schedule = i switch
            {
                0 => new()
                {
                    FirstDose = 60,
                    Unit = "mg",
                    TimesPerDay = 1,
                },
                1 => new()
                {
                    FirstDose = 1000,
                    Unit = "mg",
                    AsNeeded = true,
                    MostPerDay = 3,
                },
                2 => new() { TimesPerDay = 1 },
                _ => new()
                {
                    FirstDose = 75,
                    Unit = "mg",
                    TimesPerDay = 2,
                },
            },
        };

    private static Draft Besides() =>
        new Draft("edit")
            .Add(
                new Flare
                {
                    Start = Today.PlusDays(-90),
                    End = Today.PlusDays(-84),
                    Worst = 8,
                    Before = "long drive",
                }
            )
            .Add(new Flare { Start = Today.PlusDays(-2), Worst = 7 })
            .Add(
                new HistoryItem
                {
                    Kind = HistoryKind.Onset,
                    Text = "After an infection.",
                    Since = "2019-03",
                }
            )
            .Add(
                new HistoryItem
                {
                    Kind = HistoryKind.Condition,
                    Text = "Migraine",
                    Since = "2015",
                }
            )
            .Add(
                new Note
                {
                    Day = Today,
                    Text = "a private note",
                    Source = "checkin",
                }
            )
            .Add(new Allergy { Name = "Penicillin", Reaction = "rash" })
            .Add(new Appointment { With = "Dr Vega", Day = Today.PlusDays(-70) })
            .Add(
                new Cost
                {
                    Kind = CostKind.LostWork,
                    Day = Today.PlusDays(-10),
                    Hours = 12,
                }
            )
            .Add(Result("ferritin", "2276-4", 9, 15, 150, "ug/L"))
            .Add(Result("tsh", "3016-3", 2, 0.4, 4, "m[IU]/L"))
            .Add(Tested())
            .Add(Went("cook", "could-not", 3, "safely=no"))
            .Add(Went("cook", "could", 9))
            .Add(Went("walk-200", "with-help", 3, "in-time=no repeatedly=yes"));

    private static FunctionDay Went(string activity, string way, int ago, string marks = "") =>
        new()
        {
            Id = FunctionDay.IdOf(Today.PlusDays(-ago), activity),
            Day = Today.PlusDays(-ago),
            Activity = activity,
            Way = way,
            Marks = marks,
        };

    private static LabResult Result(string test, string loinc, double value, double low, double high, string unit) =>
        new()
        {
            Test = test,
            Loinc = loinc,
            Day = Today.PlusDays(-40),
            Value = value,
            Unit = unit,
            RangeLow = low,
            RangeHigh = high,
            Source = "typed",
        };

    /// <summary>A short scale of pain twice, better by more than what matters, and one of mood, which is private.</summary>
    private static IEnumerable<Draft> Asked()
    {
        foreach (var (instrument, points, ago) in new[] { ("peg", 7, 140), ("peg", 4, 5), ("phq-9", 2, 6) })
        {
            var form = Shelf.Reports.Instruments.Find(instrument)!;
            var answers = new FormAnswers(form.Form.Value);
            foreach (var question in FormFlow.Questions(answers))
                if (instrument == "peg")
                    answers.Set(question.Place, new NumberAnswer(points, true));
                else if (question.Item.Options is { Count: > 2 } options)
                    answers.Set(question.Place, options[points].Value);
            yield return new Draft("questionnaire").Add(
                QuestionnaireBook.ResponseOf(form, answers, Today.PlusDays(-ago), completed: true)
            );
        }
    }

    private static Experiment Tested()
    {
        var start = Today.PlusDays(-120);
        var json = new Protocol
        {
            Plan = new()
            {
                Question = "Does a warm bath help?",
                With = "warm bath",
                Without = "no bath",
                Outcome = "pain",
                ScaleLow = 0,
                ScaleTop = 10,
                MinimalChange = 1,
                ExpectedEffect = 2,
                BlockDays = 7,
                OnsetDays = 1,
            },
            Start = start,
            Pairs = 6,
            Seed = "42",
            Order = BlockDesign.Order(6, 42),
            Length = new PlanLength(6, 84, 0.8, 0.05),
            LengthFromDays = 60,
            WorseBy = 3,
            WorseDays = 3,
            UsualDay = 5,
            Rule = "the rule",
            LockedAt = Storage.Noon,
        }.ToJson();
        return new Experiment
        {
            Protocol = json,
            ProtocolHash = Protocol.HashOf(json),
            Start = start,
        };
    }
}
