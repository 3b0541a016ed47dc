using Inomya.Findings;
using Inomya.Journals;
using Inomya.Treatments;
using NodaTime;

namespace Inomya.Reports;

public sealed partial class ReportWriter
{
    private List<ReportBlock> Medicines()
    {
        var rows =
            from treatment in _source.Treatments
            from course in _source.Courses.Where(c =>
                c.TreatmentId == treatment.Id && c.Start <= _source.To && (c.End is null || c.End >= _source.From)
            )
            orderby course.End is null ? 0 : 1, course.Start descending
            select (IReadOnlyList<string>)
                [
                    treatment.Name,
                    _words.How(course, treatment.Kind, _source.To),
                    WhenOf(course),
                    TakenOf(treatment, course),
                    EffectsOf(treatment),
                ];
        var table = rows.ToList();
        return table.Count == 0
            ? [new TextBlock(_words["report.medicines.none"])]
            :
            [
                new TableBlock(
                    _words["report.section.medicines"],
                    [
                        _words["report.medicine.name"],
                        _words["report.medicine.dose"],
                        _words["report.medicine.since"],
                        _words["report.medicine.taken"],
                        _words["report.medicine.effects"],
                    ],
                    table
                ),
            ];
    }

    private string WhenOf(Course course) =>
        _words.Span(course, _source.To) is var when && course.StopReason is { Length: > 0 } reason
            ? $"{when} ({reason})"
            : when;

    private string TakenOf(Treatment treatment, Course course)
    {
        var answered = _source
            .Intakes.Where(i => i.TreatmentId == treatment.Id && course.Covers(i.Day))
            .GroupBy(i => i.Day)
            .ToList();
        return answered.Count == 0
            ? _words["report.medicine.no-answer"]
            : _words[
                "report.medicine.taken-days",
                ("taken", answered.Count(day => day.Any(i => i.Status != IntakeStatus.Skipped))),
                ("answered", answered.Count)
            ];
    }

    private string EffectsOf(Treatment treatment) =>
        string.Join("; ", _source.SideEffects.Where(s => s.TreatmentId == treatment.Id).Select(s => s.Text).Distinct())
            is { Length: > 0 } effects
            ? effects
            : "-";

    private List<Flare> FlaresInside() =>
        [
            .. _source
                .Flares.Where(f => f.Start <= _source.To && (f.End is null || f.End >= _source.From))
                .OrderBy(f => f.Start),
        ];

    private List<ReportBlock> Flares()
    {
        var flares = FlaresInside();
        if (flares.Count == 0)
            return [new TextBlock(_words["report.flares.none"])];
        var lengths = flares
            .Where(f => f.End is not null)
            .Select(f => (double)Period.DaysBetween(f.Start, f.End!.Value) + 1)
            .ToArray();
        var text = _words.Count("report.flares.count", flares.Count);
        if (lengths.Length > 0)
            text +=
                $" {_words["report.flares.length", ("days", Summary.Of(lengths).Middle), ("longest", lengths.Max())]}";
        var last = flares[^1];
        text += last.End is { } end
            ? $" {_words["report.flares.last", ("from", last.Start), ("to", end), ("worst", last.Worst is { } worst ? _words["common.of-scale", ("value", worst), ("top", 10)] : _words["common.not-recorded"])]}"
            : $" {_words["report.flares.last-open", ("from", last.Start)]}";
        return [new TextBlock(text)];
    }
}
