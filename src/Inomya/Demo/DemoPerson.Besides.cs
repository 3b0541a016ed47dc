using Inomya.Examinations;
using Inomya.Journals;
using Inomya.Questionnaires;
using NodaTime;

namespace Inomya.Demo;

/// <summary>
/// What the invented person recorded besides the diary: questionnaires, results, an examination, costs and their story.
/// </summary>
public sealed partial class DemoPerson
{
    private const string Scale = "peg";

    private void RecordBesides(Instruments instruments)
    {
        var last = _first.PlusDays(Days - 1);
        var peg = instruments.Find(Scale)!;
        foreach (
            var (daysAgo, points) in (ReadOnlySpan<(int, int[])>)
                [(600, [7, 6, 7]), (420, [7, 7, 6]), (240, [6, 5, 6]), (60, [5, 4, 4]), (12, [4, 4, 4])]
        )
        {
            var answers = new FormAnswers(peg.Form.Value);
            foreach (var (question, value) in FormFlow.Questions(answers).Zip(points))
                answers.Set(question.Place, new NumberAnswer(value, true));
            Keep(
                "questionnaire",
                last.PlusDays(-daysAgo),
                QuestionnaireBook.ResponseOf(peg, answers, last.PlusDays(-daysAgo), completed: true)
            );
        }
        foreach (
            var (daysAgo, test, loinc, value, unit, low, high) in (ReadOnlySpan<(
                int,
                string,
                string,
                double,
                string,
                double?,
                double?
            )>)
                [
                    (500, "ferritin", "2276-4", 14, "ng/mL", 15, 150),
                    (300, "ferritin", "2276-4", 38, "ug/L", 15, 150),
                    (40, "ferritin", "2276-4", 52, "ug/L", 15, 150),
                    (500, "vitamin-d", "62292-8", 17, "ng/mL", null, null),
                    (40, "vitamin-d", "62292-8", 71, "nmol/L", null, null),
                    (500, "ck", "2157-6", 112, "U/L", 30, 170),
                    (500, "tsh", "3016-3", 2.1, "m[IU]/L", 0.4, 4),
                ]
        )
            Keep(
                "lab",
                last.PlusDays(-daysAgo),
                new LabResult
                {
                    Test = test,
                    Loinc = loinc,
                    Day = last.PlusDays(-daysAgo),
                    Value = value,
                    Unit = unit,
                    RangeLow = low,
                    RangeHigh = high,
                    Lab = _words["demo.lab"],
                    Source = "typed",
                }
            );
        foreach (
            var (site, side, painful) in (ReadOnlySpan<(string, string, bool)>)
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
                ]
        )
            Keep(
                "examination",
                last.PlusDays(-300),
                new Examination
                {
                    Kind = ExaminationCatalogue.KindOfPoint(site),
                    Side = side,
                    Day = last.PlusDays(-300),
                    Value = painful ? 1 : 0,
                    Unit = "1",
                    By = _words["demo.examiner"],
                }
            );
        foreach (var (daysAgo, degrees) in (ReadOnlySpan<(int, double)>)[(300, 130), (120, 150)])
            Keep(
                "examination",
                last.PlusDays(-daysAgo),
                new Examination
                {
                    Kind = ExaminationCatalogue.KindOfMovement("shoulder", "flexion"),
                    Side = "left",
                    Day = last.PlusDays(-daysAgo),
                    Value = degrees,
                    Unit = "deg",
                    By = _words["demo.examiner"],
                }
            );
        foreach (
            var (daysAgo, kind, amount, hours) in (ReadOnlySpan<(int, CostKind, decimal?, double?)>)
                [
                    (70, CostKind.Visit, 45m, 2),
                    (52, CostKind.LostWork, 120m, 8),
                    (40, CostKind.Medicine, 12.4m, null),
                    (9, CostKind.Therapy, 60m, 1.5),
                ]
        )
            Keep(
                "cost",
                last.PlusDays(-daysAgo),
                new Cost
                {
                    Kind = kind,
                    Day = last.PlusDays(-daysAgo),
                    Amount = amount,
                    Currency = "EUR",
                    Hours = hours,
                }
            );
        foreach (
            var (kind, since) in (ReadOnlySpan<(HistoryKind, string?)>)
                [
                    (HistoryKind.Onset, "2018-11"),
                    (HistoryKind.Event, "2019-03"),
                    (HistoryKind.Worse, null),
                    (HistoryKind.Better, null),
                    (HistoryKind.Tried, "2020"),
                    (HistoryKind.Family, null),
                ]
        )
            _drafts.Add(
                (
                    new Draft("history").Add(
                        new HistoryItem
                        {
                            Kind = kind,
                            Text = _words[$"demo.history.{kind.ToString().ToLowerInvariant()}"],
                            Since = since,
                        }
                    ),
                    NoonOf(0)
                )
            );
    }

    private void Keep(string what, LocalDate day, Recorded fact) =>
        _drafts.Add((new Draft(what, day: day).Add(fact), NoonOf(Period.DaysBetween(_first, day))));
}
