using Inomya.Findings;
using Inomya.Journals;
using Inomya.Treatments;
using NodaTime;

namespace Inomya.Reports;

public sealed partial class ReportWriter
{
    private List<ReportBlock> Medicines()
    {
        var rows = MedicineRows().ToList();
        if (rows.Count == 0)
            return [new TextBlock(_words["report.medicines.none"])];
        return
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
                rows
            ),
        ];
    }

    private IEnumerable<IReadOnlyList<string>> MedicineRows() =>
        from treatment in _source.Treatments
        from course in _source.Courses.Where(c => c.TreatmentId == treatment.Id && IsInside(c.Start, c.End))
        orderby course.End is null ? 0 : 1, course.Start descending
        select (IReadOnlyList<string>)
            [
                treatment.Name,
                _words.How(course, treatment.Kind, _source.To),
                WhenOf(course),
                TakenOf(treatment, course),
                EffectsOf(treatment),
            ];

    private bool IsInside(LocalDate start, LocalDate? end) =>
        start <= _source.To && (end is null || end >= _source.From);

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
        [.. _source.Flares.Where(f => IsInside(f.Start, f.End)).OrderBy(f => f.Start)];

    private List<ReportBlock> Flares()
    {
        var flares = FlaresInside();
        if (flares.Count == 0)
            return [new TextBlock(_words["report.flares.none"])];
        IEnumerable<string?> sentences =
        [
            _words.Count("report.flares.count", flares.Count),
            LengthsOf(flares),
            SentenceOfLast(flares[^1]),
        ];
        return [new TextBlock(string.Join(' ', sentences.OfType<string>()))];
    }

    private string? LengthsOf(List<Flare> flares)
    {
        var lengths = flares
            .Where(f => f.End is not null)
            .Select(f => (double)Period.DaysBetween(f.Start, f.End!.Value) + 1)
            .ToArray();
        return lengths.Length == 0
            ? null
            : _words["report.flares.length", ("days", Summary.Of(lengths).Middle), ("longest", lengths.Max())];
    }

    private string SentenceOfLast(Flare last)
    {
        if (last.End is not { } end)
            return _words["report.flares.last-open", ("from", last.Start)];
        var worst = last.Worst is { } rated
            ? _words["common.of-scale", ("value", rated), ("top", 10)]
            : _words["common.not-recorded"];
        return _words["report.flares.last", ("from", last.Start), ("to", end), ("worst", worst)];
    }
}
