using System.Globalization;
using Inomya.Journals;
using NodaTime;
using NodaTime.Text;

namespace Inomya.LookAlikes;

/// <summary>Finds a test in what one person recorded, wherever it was recorded.</summary>
internal sealed class TestReader(LookAlikeCatalogue content, ReportedSigns reported)
{
    public List<TestStanding> StandingsOf(LookAlike of) => [.. of.Tests.Select(t => new TestStanding(t, Had(t)))];

    /// <summary>Newest first; a test without a time comes last.</summary>
    private List<TestHad> Had(ConditionTest test) =>
        [
            .. InLaboratory(test)
                .Concat(OnExamination(test))
                .Concat(InPictures(test))
                .Concat(AsQuestionnaire(test))
                .Concat(AsMarked(test))
                .OrderByDescending(t => t.When ?? "", StringComparer.Ordinal),
        ];

    private IEnumerable<TestHad> InLaboratory(ConditionTest test) =>
        reported.Labs.Where(r => content.IsOf(test, r)).Select(r => new TestHad(Iso(r.Day), null, Lab: r));

    private IEnumerable<TestHad> OnExamination(ConditionTest test) =>
        reported
            .Examinations.Where(e => test.IsNamedIn(e.Kind) || test.IsNamedIn(e.Text))
            .Select(e => new TestHad(Iso(e.Day), e.Text ?? e.Value?.ToString(CultureInfo.InvariantCulture)));

    private IEnumerable<TestHad> InPictures(ConditionTest test) =>
        reported
            .Story.Where(i =>
                i.Kind == HistoryKind.Imaging && test.Kind != TestKind.Questionnaire && test.IsNamedIn(i.Text)
            )
            .Select(i => new TestHad(i.Since, i.Text));

    private IEnumerable<TestHad> AsQuestionnaire(ConditionTest test) =>
        reported
            .Responses.Where(r => r.Completed && test.Instruments.Contains(r.Instrument))
            .Select(r => new TestHad(Iso(r.Day), null));

    private IEnumerable<TestHad> AsMarked(ConditionTest test) =>
        reported.MarkOf(MarkKind.Test, test.Id) is { } mark ? [new TestHad(mark.When, mark.Text, mark)] : [];

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
