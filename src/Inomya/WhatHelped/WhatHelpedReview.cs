using Inomya.Analysis;
using Inomya.Content;
using Inomya.Evidence;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.WhatHelped;

/// <summary>
/// Before and after each treatment on the outcomes that the person chose, never before it could have worked.
/// </summary>
public sealed class WhatHelpedReview
{
    /// <summary>The setting that holds the outcomes: names of columns, separated by commas.</summary>
    public const string Setting = "what-helped";

    private readonly WhatHelpedRules _rules;
    private readonly Func<string, IReadOnlyList<EvidenceCard>> _cards;
    private readonly LocalDate _today;
    private readonly DaySeries _series;
    private readonly Dictionary<Guid, Treatment> _treatments;
    private readonly IReadOnlyList<Course> _courses;
    private readonly IReadOnlyList<SideEffect> _effects;
    private readonly IReadOnlyList<Cost> _costs;
    private readonly IReadOnlySet<string> _asNeeded;

    private WhatHelpedReview(
        WhatHelpedRules rules,
        Func<string, IReadOnlyList<EvidenceCard>> cards,
        LocalDate today,
        DaySeries series,
        IReadOnlyList<Treatment> treatments,
        IReadOnlyList<Course> courses,
        IReadOnlyList<SideEffect> effects,
        IReadOnlyList<Cost> costs,
        string? chosen
    )
    {
        (_rules, _cards, _today, _series, _courses, _effects, _costs) = (
            rules,
            cards,
            today,
            series,
            courses,
            effects,
            costs
        );
        _treatments = treatments.ToDictionary(t => t.Id);
        _asNeeded = JournalFindings.AsNeeded(treatments, courses);
        Possible = JournalFindings.Outcomes(series);
        var names = chosen?.Split(',') ?? [];
        Outcomes =
            Possible.Where(c => names.Contains(c.Key.Name)).ToList() is { Count: > 0 } found ? found
            : JournalFindings.OutcomeOf(series, null) is { } usual ? [usual]
            : [];
    }

    /// <summary>Null for a journal in which nothing was recorded.</summary>
    /// <param name="cards">
    /// The evidence cards of a treatment as the person named it (<see cref="EvidenceMatch"/>).
    /// </param>
    public static async Task<WhatHelpedReview?> OfAsync(
        Journal journal,
        MeasureCatalogue catalogue,
        Func<string, IReadOnlyList<EvidenceCard>> cards,
        WhatHelpedRules rules,
        CancellationToken stop = default
    )
    {
        if (await DaySeriesReader.ReadAsync(journal, catalogue, stop: stop) is not { } series)
            return null;
        var settings = await journal.SettingsAsync(stop);
        return new WhatHelpedReview(
            rules,
            cards,
            journal.Today,
            series,
            await journal.AllAsync<Treatment>(stop),
            await journal.AllAsync<Course>(stop),
            await journal.AllAsync<SideEffect>(stop),
            await journal.AllAsync<Cost>(stop),
            settings.GetValueOrDefault(Setting) ?? settings.GetValueOrDefault(JournalFindings.OutcomeSetting)
        );
    }

    /// <summary>The columns that can be looked at.</summary>
    public IReadOnlyList<DayColumn> Possible { get; }

    /// <summary>The columns that are looked at.</summary>
    public IReadOnlyList<DayColumn> Outcomes { get; }

    /// <summary>Every course, the newest first.</summary>
    public IReadOnlyList<Tried> Courses(CancellationToken stop = default)
    {
        var begun = _courses.Where(c => _treatments.ContainsKey(c.TreatmentId) && c.Start <= _today).ToList();
        var together = Together([.. begun.Where(c => !c.AsNeeded)], stop);
        return
        [
            .. begun.OrderByDescending(c => c.Start).Select(c => OfCourse(_treatments[c.TreatmentId], c, together)),
        ];
    }

    /// <summary>All courses in one model on each outcome, each by its id.</summary>
    private List<(DayColumn Outcome, Dictionary<string, CourseEffect> Effects)> Together(
        List<Course> courses,
        CancellationToken stop
    )
    {
        var judged = courses.ConvertAll(Judged);
        return
        [
            .. Outcomes.Select(outcome =>
            {
                var question = new FindingQuestion { Courses = judged, MinimalChange = MinimalOf(outcome) };
                var report =
                    courses.Count == 0
                        ? null
                        : JournalFindings.Of(_series, outcome.Key.Name, _asNeeded, question, stop);
                return (outcome, report?.Result.Courses.ToDictionary(e => e.Name) ?? []);
            }),
        ];
    }

    private TreatmentCourse Judged(Course course)
    {
        var last = LocalDate.Min(course.End ?? _series.Last, _series.Last);
        var days = Math.Max(0, Period.DaysBetween(course.Start, last) + 1);
        return new TreatmentCourse(course.Id.ToString(), course.Start.ToEpochDay(), course.End?.ToEpochDay())
        {
            FullAfterDays = CardOf(_treatments[course.TreatmentId])?.JudgeAfter.To,
            Doses = DoseSteps(course, days),
        };
    }

    /// <summary>The days on which the planned dose changed; empty where it never did.</summary>
    private static IReadOnlyList<CourseDose> DoseSteps(Course course, int days)
    {
        var steps = new List<CourseDose>();
        for (var i = 0; i < days; i++)
        {
            var day = course.Start.PlusDays(i);
            var dose = (double?)course.Schedule.DoseOn(day) ?? double.NaN;
            if (steps.Count == 0 || !dose.Equals(steps[^1].Dose))
                steps.Add(new CourseDose(day.ToEpochDay(), dose));
        }
        return steps.Count > 1 ? steps : [];
    }

    private EvidenceCard? CardOf(Treatment treatment) => _cards(treatment.Name).MaxBy(c => c.JudgeAfter.From);

    /// <summary>Any stretch of days against the days before it.</summary>
    public Tried Stretch(LocalDate from, LocalDate? to, CancellationToken stop = default) =>
        new(
            null,
            null,
            from,
            to,
            HelpStanding.Told,
            from,
            null,
            [],
            Compare(from, to, stop),
            [],
            CostsOf(null, from, to)
        );

    private Tried OfCourse(
        Treatment treatment,
        Course course,
        List<(DayColumn Outcome, Dictionary<string, CourseEffect> Effects)> together
    )
    {
        var card = CardOf(treatment);
        var judgeOn = course.Start.PlusDays(card?.JudgeAfter.From ?? _rules.JudgeAfterDays);
        var name = course.Id.ToString();
        var effects = together.ConvertAll(t => (t.Outcome, Effect: t.Effects.GetValueOrDefault(name)));
        var others = NamesOf(effects.SelectMany(e => e.Effect?.NotToldFrom ?? []));
        var standing =
            course.AsNeeded ? HelpStanding.AsNeeded
            : LocalDate.Min(course.End ?? _today, _today) < judgeOn ? HelpStanding.TooEarly
            : others.Count > 0 ? HelpStanding.NotAlone
            : HelpStanding.Told;
        var telling = effects
            .Select(e => e.Effect?.ToldByPauseOf)
            .OfType<string>()
            .Select(id => _treatments[_courses.First(c => c.Id.ToString() == id).TreatmentId])
            .FirstOrDefault();
        var isMedicine = telling is { Kind: Journals.TreatmentKind.Medicine };
        return new Tried(
            treatment,
            course,
            course.Start,
            course.End,
            standing,
            judgeOn,
            card?.Id,
            others,
            [.. effects.Select(e => BeforeAfter(e.Outcome, course, standing == HelpStanding.Told ? e.Effect : null))],
            [.. _effects.Where(e => e.TreatmentId == treatment.Id && course.Covers(e.Day)).OrderBy(e => e.Day)],
            CostsOf(treatment, course.Start, course.End)
        )
        {
            ToldBy = isMedicine ? null : telling?.Name,
            ToldByMedicine = isMedicine,
        };
    }

    private List<string> NamesOf(IEnumerable<string> ids) =>
        [
            .. _courses
                .Where(c => ids.Contains(c.Id.ToString()))
                .Select(c => _treatments[c.TreatmentId].Name)
                .Distinct()
                .Order(StringComparer.CurrentCulture),
        ];

    private BeforeAndAfter BeforeAfter(DayColumn outcome, Course course, CourseEffect? effect)
    {
        var last = LocalDate.Min(course.End ?? _series.Last, _series.Last);
        int start = Period.DaysBetween(_series.First, course.Start),
            days = Period.DaysBetween(_series.First, last) + 1;
        var inside = start >= 0 && days > start;
        double[] before = inside ? outcome.Values[Math.Max(0, start - _rules.PictureDays)..start] : [],
            after = inside ? outcome.Values[start..Math.Min(days, start + _rules.PictureDays)] : [];
        var declined = effect?.Why is { } why
            ? new Declined(Analysed.Treatment, null, why, effect.DaysOnFewerSide, CourseEffect.DaysNeededEachSide)
            : null;
        return new BeforeAndAfter(outcome, before, after, effect?.Effect, declined);
    }

    private List<BeforeAndAfter> Compare(LocalDate from, LocalDate? to, CancellationToken stop)
    {
        var last = LocalDate.Min(to ?? _series.Last, _series.Last);
        var start = Period.DaysBetween(_series.First, from);
        var days = Period.DaysBetween(_series.First, last) + 1;
        if (start < 0 || days <= start)
            return [.. Outcomes.Select(o => new BeforeAndAfter(o, [], [], null, null))];
        var part = new DaySeries(
            _series.First,
            days,
            [.. _series.Columns.Select(c => c with { Values = c.Values[..days] })]
        );
        double[] kept = [.. Enumerable.Range(0, days).Select(t => t >= start ? 1.0 : 0)];
        return
        [
            .. Outcomes.Select(outcome =>
            {
                double[] before = outcome.Values[Math.Max(0, start - _rules.PictureDays)..start],
                    after = outcome.Values[start..Math.Min(days, start + _rules.PictureDays)];
                var report = JournalFindings.Of(
                    part,
                    outcome.Key.Name,
                    _asNeeded,
                    new FindingQuestion { Kept = kept, MinimalChange = MinimalOf(outcome) },
                    stop
                );
                return new BeforeAndAfter(
                    outcome,
                    before,
                    after,
                    report?.Result.Treatment,
                    report?.Result.Declined.FirstOrDefault(d => d.What is Analysed.Treatment or Analysed.Outcome)
                );
            }),
        ];
    }

    private double? MinimalOf(DayColumn outcome) =>
        (outcome.Key.Scale ?? outcome.Measure?.Scale) is { } scale
            ? _rules.MinimalChangeShare * (scale.Top - scale.Low)
            : null;

    /// <summary>
    /// What was put down with the treatment's name in those days; for a stretch of days, everything in it.
    /// </summary>
    private List<Total> CostsOf(Treatment? treatment, LocalDate from, LocalDate? to)
    {
        var mine = _costs
            .Where(c =>
                c.Day >= from
                && (to is null || c.Day <= to)
                && (
                    treatment is null
                    || c.Text?.Contains(treatment.Name, StringComparison.CurrentCultureIgnoreCase) == true
                )
            )
            .ToList();
        var money = mine.Where(c => c.Amount is not null)
            .GroupBy(c => c.Currency ?? "")
            .Select(g => new Total((double)g.Sum(c => c.Amount!.Value), g.Key));
        var hours = mine.Sum(c => c.Hours ?? 0);
        return
        [
            .. money.OrderBy(m => m.Unit, StringComparer.Ordinal),
            .. hours > 0 ? [new Total(hours, "h")] : Array.Empty<Total>(),
        ];
    }
}
