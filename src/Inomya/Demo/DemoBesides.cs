using Inomya.Content;
using Inomya.Examinations;
using Inomya.Journals;
using Inomya.Questionnaires;
using NodaTime;

namespace Inomya.Demo;

/// <summary>
/// What the invented person recorded besides the diary: questionnaires, results, an examination, costs and their story.
/// </summary>
internal sealed class DemoBesides(Words words, LocalDate last)
{
    private const string Scale = "peg";

    /// <summary>Days after the last.</summary>
    private const int VisitInDays = 9;

    /// <summary>Days before the last on which somebody examined them.</summary>
    private const int ExaminedDaysAgo = 300;

    private static readonly (int DaysAgo, int[] Points)[] ScaleAnswers =
    [
        (600, [7, 6, 7]),
        (420, [7, 7, 6]),
        (240, [6, 5, 6]),
        (60, [5, 4, 4]),
        (12, [4, 4, 4]),
    ];

    private static readonly (int DaysAgo, Value Value, double? Low, double? High)[] LabValues =
    [
        (500, new("ferritin", "2276-4", 14, "ng/mL"), 15, 150),
        (300, new("ferritin", "2276-4", 38, "ug/L"), 15, 150),
        (40, new("ferritin", "2276-4", 52, "ug/L"), 15, 150),
        (500, new("vitamin-d", "62292-8", 17, "ng/mL"), null, null),
        (40, new("vitamin-d", "62292-8", 71, "nmol/L"), null, null),
        (500, new("ck", "2157-6", 112, "U/L"), 30, 170),
        (500, new("tsh", "3016-3", 2.1, "m[IU]/L"), 0.4, 4),
    ];

    private static readonly (string Site, string Side, bool Painful)[] Points =
    [
        ("occiput", "left", true),
        ("occiput", "right", true),
        ("trapezius", "left", true),
        ("trapezius", "right", true),
        ("supraspinatus", "left", true),
        ("supraspinatus", "right", false),
        ("gluteal", "left", true),
        ("gluteal", "right", true),
        ("knee", "left", false),
        ("knee", "right", true),
    ];

    private static readonly (int DaysAgo, double Degrees)[] Movements = [(ExaminedDaysAgo, 130), (120, 150)];

    private static readonly (int DaysAgo, CostKind Kind, decimal? Amount, double? Hours)[] Costs =
    [
        (70, CostKind.Visit, 45m, 2),
        (52, CostKind.LostWork, 120m, 8),
        (40, CostKind.Medicine, 12.4m, null),
        (9, CostKind.Therapy, 60m, 1.5),
    ];

    private static readonly (HistoryKind Kind, string? Since)[] Past =
    [
        (HistoryKind.Onset, "2018-11"),
        (HistoryKind.Event, "2019-03"),
        (HistoryKind.Worse, null),
        (HistoryKind.Better, null),
        (HistoryKind.Tried, "2020"),
        (HistoryKind.Family, null),
    ];

    /// <summary>Each with what its change is called, and its day.</summary>
    public IEnumerable<(string What, LocalDate Day, Recorded Fact)> Facts(Instruments instruments) =>
        [
            .. Responses(instruments.Find(Scale)!).Select(r => ("questionnaire", r.Day, (Recorded)r)),
            .. LabResults.Select(r => ("lab", r.Day, (Recorded)r)),
            .. Examinations.Select(e => ("examination", e.Day, (Recorded)e)),
            .. Paid.Select(c => ("cost", c.Day, (Recorded)c)),
        ];

    private IEnumerable<Response> Responses(Instrument scale) =>
        ScaleAnswers.Select(a => ResponseOf(scale, a.Points, DaysAgo(a.DaysAgo)));

    private IEnumerable<LabResult> LabResults =>
        LabValues.Select(v => LabResultOf(DaysAgo(v.DaysAgo), v.Value, v.Low, v.High));

    private IEnumerable<Examination> Examinations =>
        [
            .. Points.Select(p => PointOf(p.Site, p.Side, p.Painful)),
            .. Movements.Select(m => MovementOf(DaysAgo(m.DaysAgo), m.Degrees)),
        ];

    private IEnumerable<Cost> Paid => Costs.Select(c => CostOf(DaysAgo(c.DaysAgo), c.Kind, c.Amount, c.Hours));

    /// <summary>The visit that comes, with what was prepared for it.</summary>
    public IEnumerable<Recorded> Visit()
    {
        var visit = new Appointment
        {
            Id = Recorded.ImportId("demo", "visit"),
            With = words["demo.doctor"],
            Day = last.PlusDays(VisitInDays),
            Time = new LocalTime(10, 30),
        };
        yield return visit;
        yield return new VisitNotes
        {
            Id = VisitNotes.IdOf(visit.Id),
            AppointmentId = visit.Id,
            Worry = words["demo.visit.worry"],
            Decide = words["demo.visit.decide"],
            FirstQuestion = words["demo.visit.question"],
        };
    }

    public IEnumerable<HistoryItem> Story() => Past.Select(p => StoryOf(p.Kind, p.Since));

    private static Response ResponseOf(Instrument scale, int[] points, LocalDate day)
    {
        var answers = new FormAnswers(scale.Form.Value);
        foreach (var (question, value) in FormFlow.Questions(answers).Zip(points))
            answers.Set(question.Place, new NumberAnswer(value, true));
        return QuestionnaireBook.ResponseOf(scale, answers, day, completed: true);
    }

    private LabResult LabResultOf(LocalDate day, Value value, double? low, double? high) =>
        new()
        {
            Test = value.Test,
            Loinc = value.Loinc,
            Day = day,
            Value = value.Number,
            Unit = value.Unit,
            RangeLow = low,
            RangeHigh = high,
            Lab = words["demo.lab"],
            Source = "typed",
        };

    private Examination PointOf(string site, string side, bool painful) =>
        new()
        {
            Kind = ExaminationCatalogue.KindOfPoint(site),
            Side = side,
            Day = DaysAgo(ExaminedDaysAgo),
            Value = painful ? 1 : 0,
            Unit = "1",
            By = words["demo.examiner"],
        };

    private Examination MovementOf(LocalDate day, double degrees) =>
        new()
        {
            Kind = ExaminationCatalogue.KindOfMovement("shoulder", "flexion"),
            Side = "left",
            Day = day,
            Value = degrees,
            Unit = "deg",
            By = words["demo.examiner"],
        };

    private static Cost CostOf(LocalDate day, CostKind kind, decimal? amount, double? hours) =>
        new()
        {
            Kind = kind,
            Day = day,
            Amount = amount,
            Currency = "EUR",
            Hours = hours,
        };

    private HistoryItem StoryOf(HistoryKind kind, string? since) =>
        new()
        {
            Kind = kind,
            Text = words[$"demo.history.{kind.ToString().ToLowerInvariant()}"],
            Since = since,
        };

    /// <summary>Counted from the last day of the journal.</summary>
    private LocalDate DaysAgo(int days) => last.PlusDays(-days);

    /// <summary>What a laboratory measured.</summary>
    private sealed record Value(string Test, string Loinc, double Number, string Unit);
}
