using Inomya.Findings;
using Inomya.Journals;
using Inomya.Treatments;
using Inomya.WhatHelped;
using NodaTime;

namespace Inomya.Reports;

public sealed partial class ReportWriter
{
    private List<ReportBlock> Medicines()
    {
        var all = MedicineRows().ToList();
        var most = _audience.Pages is null ? all.Count : _shelf.Rules.Most["medicines"];
        var rows = all.Take(most).ToList();
        if (rows.Count == 0)
            return [new TextBlock(_words["report.medicines.none"])];
        // whatever is still taken is named, also where there is no room for more of it
        var rest = all.Skip(most).ToLookup(m => m.IsTaken, m => m.Row[0]);
        List<ReportBlock> more =
        [
            .. rest[true].Any()
                ? Text(_words["report.medicines.also", ("medicines", string.Join("; ", rest[true]))])
                : [],
            .. rest[false].Any() ? Text(_words.Count("report.more", rest[false].Count())) : [],
        ];
        return
        [
            new TableBlock(
                _words["report.section.medicines"],
                [
                    _words["report.medicine.name"],
                    _words["report.medicine.since"],
                    _words["report.medicine.taken"],
                    _words["report.medicine.effects"],
                    _words["report.medicine.after"],
                ],
                [.. rows.Select(m => m.Row)]
            )
            {
                Names = [.. rows.Select(m => m.Name)],
            },
            .. more,
            .. Text(_words["report.medicine.after.means"]),
        ];
    }

    /// <summary>What is taken goes before what has ended, medicines before the rest, the last begun first.</summary>
    private IEnumerable<(string Name, bool IsTaken, IReadOnlyList<string> Row)> MedicineRows() =>
        from treatment in _source.Treatments
        from course in _source.Courses.Where(c => c.TreatmentId == treatment.Id && IsListed(c))
        let isTaken = course.Covers(ListTo)
        orderby isTaken descending, IsMedicine(treatment) descending, course.Start descending
        select (
            treatment.Name,
            isTaken,
            (IReadOnlyList<string>)
                [
                    $"{Short(treatment.Name)}, {_words.How(course, treatment.Kind, ListTo)}",
                    WhenOf(course) + HowLong(course),
                    TakenOf(treatment, course),
                    EffectsOf(treatment),
                    AfterOf(course),
                ]
        );

    /// <summary>A list of medicines is of today, also where nobody wrote a diary for weeks; of asked-for days of their end.</summary>
    private LocalDate ListTo => _source.IsAskedFor ? To : _source.MadeOn;

    private bool IsListed(Course course) => course.Start <= ListTo && (course.End is null || course.End >= From);

    private static bool IsMedicine(Treatment treatment) =>
        treatment.Kind is TreatmentKind.Medicine or TreatmentKind.Supplement;

    /// <summary>What someone typed may be a whole letter; a reader with few pages is given its beginning.</summary>
    private string Short(string typed) => Short(typed, "letters");

    private string Short(string text, string most) =>
        _audience.Pages is null || text.Length <= _shelf.Rules.Most[most]
            ? text
            : $"{text[.._shelf.Rules.Most[most]].TrimEnd()}…";

    /// <summary>What came after it, with its interval; or why that cannot be told.</summary>
    private string AfterOf(Course course)
    {
        var tried = _source.Helped.FirstOrDefault(t => t.Course?.Id == course.Id);
        return tried?.Standing switch
        {
            null => "-",
            HelpStanding.TooEarly => _words[IsOver(tried) ? "helped.wait.ended" : "helped.wait"],
            HelpStanding.AsNeeded => _words["report.medicine.after.as-needed"],
            HelpStanding.NotAlone => _words["helped.not-alone"],
            _ => string.Join("; ", tried.Outcomes.Where(o => !IsPrivate(o.Outcome.Key.Name)).Select(AfterOf)),
        };
    }

    /// <summary>It ended before it could have worked.</summary>
    private static bool IsOver(Tried tried) => tried.To is { } end && end < tried.JudgeOn;

    private string AfterOf(BeforeAndAfter outcome)
    {
        var sentences = new HelpedSentences(_words);
        return outcome.Effect is { } effect
            ? _words[
                "report.medicine.after.interval",
                ("on", sentences.On(outcome)),
                ("effect", sentences.WithSign(effect.Effect)),
                ("lo", sentences.WithSign(effect.Lo)),
                ("hi", sentences.WithSign(effect.Hi))
            ]
            : sentences.On(outcome);
    }

    private bool IsInside(LocalDate start, LocalDate? end) => start <= To && (end is null || end >= From);

    private string WhenOf(Course course) =>
        _words.Span(course, ListTo) is var when && course.StopReason is { Length: > 0 } reason
            ? $"{when} ({Short(reason)})"
            : when;

    /// <summary>Who reviews a list reads how long.</summary>
    private string HowLong(Course course)
    {
        var last = course.End is { } end && end < ListTo ? end : ListTo;
        return IsReview && last >= course.Start
            ? $"; {_words.Count("report.medicine.days", Period.DaysBetween(course.Start, last) + 1)}"
            : "";
    }

    private string TakenOf(Treatment treatment, Course course)
    {
        var answered = _source
            .Intakes.Where(i => i.TreatmentId == treatment.Id && course.Covers(i.Day) && i.Day >= From && i.Day <= To)
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
            ? Short(effects)
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
