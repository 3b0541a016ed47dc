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
    public static readonly SettingKey Setting = new("what-helped");

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
        Journal journal,
        Read read
    )
    {
        (_rules, _cards, _today) = (rules, cards, journal.Today);
        (_series, _courses, _effects, _costs) = (read.Series, read.Courses, read.SideEffects, read.Costs);
        _treatments = read.Treatments.ToDictionary(t => t.Id);
        _asNeeded = JournalFindings.AsNeeded(read.Treatments, read.Courses);
        Possible = JournalFindings.Outcomes(_series);
        Outcomes = OutcomesOf(_series, Possible, read.Chosen?.Split(',') ?? []);
    }

    private static IReadOnlyList<DayColumn> OutcomesOf(
        DaySeries series,
        IReadOnlyList<DayColumn> possible,
        string[] chosen
    ) =>
        possible.Where(c => chosen.Contains(c.Key.Name)).ToList() is { Count: > 0 } found ? found
        : JournalFindings.OutcomeOf(series, null) is { } usual ? [usual]
        : [];

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
    ) =>
        await KeptReadings.OfAsync(journal, catalogue, () => ReadAsync(journal, catalogue, stop), stop) is { } read
            ? new WhatHelpedReview(rules, cards, journal, read)
            : null;

    /// <summary>What the journal holds of it; the same object as long as nothing is written to the journal.</summary>
    private sealed record Read(
        DaySeries Series,
        IReadOnlyList<Treatment> Treatments,
        IReadOnlyList<Course> Courses,
        IReadOnlyList<SideEffect> SideEffects,
        IReadOnlyList<Cost> Costs,
        string? Chosen
    );

    private static async Task<Read?> ReadAsync(Journal journal, MeasureCatalogue catalogue, CancellationToken stop)
    {
        if (await DaySeriesReader.ReadAsync(journal, catalogue, stop: stop) is not { } series)
            return null;
        var settings = await journal.SettingsAsync(stop);
        return new Read(
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
        var (start, end) = RowsOf(course.Start, course.End);
        return new TreatmentCourse(course.Id.ToString(), course.Start.ToEpochDay(), course.End?.ToEpochDay())
        {
            FullAfterDays = CardOf(_treatments[course.TreatmentId])?.JudgeAfter.To,
            Doses = DoseSteps(course, Math.Max(0, end - start)),
            Draw = DrawOf(course),
        };
    }

    /// <summary>Null where the first day was chosen, and for a draw that no rule allows.</summary>
    private static StartDraw? DrawOf(Course course) =>
        course.Schedule.Drawn is { Days: >= StartDraw.FewestDays and <= StartDraw.MostDays } drawn
            ? new StartDraw(drawn.From.ToEpochDay(), drawn.Days, drawn.Seed)
            : null;

    /// <summary>The days on which the planned dose changed; empty where it never did.</summary>
    private static IReadOnlyList<CourseDose> DoseSteps(Course course, int days)
    {
        var steps = new List<CourseDose>();
        foreach (var day in Enumerable.Range(0, days).Select(course.Start.PlusDays))
        {
            var dose = DoseOn(day, course);
            if (steps.Count == 0 || !dose.Equals(steps[^1].Dose))
                steps.Add(new CourseDose(day.ToEpochDay(), dose));
        }
        return steps.Count > 1 ? steps : [];
    }

    private static double DoseOn(LocalDate day, Course course) => course.Schedule.DoseOn(day) ?? double.NaN;

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
        var standing = StandingOf(course, judgeOn, others);
        var telling = ToldByPauseOf(effects.Select(e => e.Effect));
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
            SideEffectsOf(treatment, course),
            CostsOf(treatment, course.Start, course.End)
        )
        {
            ToldBy = isMedicine ? null : telling?.Name,
            ToldByMedicine = isMedicine,
        };
    }

    private HelpStanding StandingOf(Course course, LocalDate judgeOn, List<string> others) =>
        course.AsNeeded ? HelpStanding.AsNeeded
        : LocalDate.Min(course.End ?? _today, _today) < judgeOn ? HelpStanding.TooEarly
        : others.Count > 0 ? HelpStanding.NotAlone
        : HelpStanding.Told;

    /// <summary>The treatment whose weeks without it would tell most.</summary>
    private Treatment? ToldByPauseOf(IEnumerable<CourseEffect?> effects) =>
        effects
            .Select(e => e?.ToldByPauseOf)
            .OfType<string>()
            .Select(id => _treatments[_courses.First(c => c.Id.ToString() == id).TreatmentId])
            .FirstOrDefault();

    private List<SideEffect> SideEffectsOf(Treatment treatment, Course course) =>
        [.. _effects.Where(e => e.TreatmentId == treatment.Id && course.Covers(e.Day)).OrderBy(e => e.Day)];

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
        var (start, days) = RowsOf(course.Start, course.End);
        var (before, after) = Around(start, days, outcome);
        return new BeforeAndAfter(outcome, before, after, effect?.Effect, effect is null ? null : WhyNot(effect));
    }

    private static Declined? WhyNot(CourseEffect effect) =>
        effect.Why is { } why
            ? new Declined(Analysed.Treatment, null, why, effect.DaysOnFewerSide, CourseEffect.DaysNeededEachSide)
            : null;

    /// <summary>
    /// The row of a first day, and how many rows there are up to a last one or the end of the record.
    /// </summary>
    private (int Start, int Days) RowsOf(LocalDate from, LocalDate? to)
    {
        var last = LocalDate.Min(to ?? _series.Last, _series.Last);
        return (Period.DaysBetween(_series.First, from), Period.DaysBetween(_series.First, last) + 1);
    }

    /// <summary>
    /// The days that a picture shows before a start and from it on; none where the record does not reach.
    /// </summary>
    private (double[] Before, double[] After) Around(int start, int days, DayColumn outcome) =>
        start < 0 || days <= start
            ? ([], [])
            : (
                outcome.Values[Math.Max(0, start - _rules.PictureDays)..start],
                outcome.Values[start..Math.Min(days, start + _rules.PictureDays)]
            );

    private List<BeforeAndAfter> Compare(LocalDate from, LocalDate? to, CancellationToken stop)
    {
        var (start, days) = RowsOf(from, to);
        if (start < 0 || days <= start)
            return [.. Outcomes.Select(o => new BeforeAndAfter(o, [], [], null, null))];
        var part = UpTo(days);
        double[] kept = [.. Enumerable.Range(0, days).Select(t => t >= start ? 1.0 : 0)];
        return
        [
            .. Outcomes.Select(outcome =>
            {
                var (before, after) = Around(start, days, outcome);
                var (effect, declined) = Judge(outcome, part, kept, stop);
                return new BeforeAndAfter(outcome, before, after, effect, declined);
            }),
        ];
    }

    private DaySeries UpTo(int days) =>
        new(_series.First, days, [.. _series.Columns.Select(c => c with { Values = c.Values[..days] })]);

    private (TreatmentEffect? Effect, Declined? WhyNot) Judge(
        DayColumn outcome,
        DaySeries part,
        double[] kept,
        CancellationToken stop
    )
    {
        var question = new FindingQuestion { Kept = kept, MinimalChange = MinimalOf(outcome) };
        var result = JournalFindings.Of(part, outcome.Key.Name, _asNeeded, question, stop)?.Result;
        var declined = result?.Declined.FirstOrDefault(d => d.What is Analysed.Treatment or Analysed.Outcome);
        return (result?.Treatment, declined);
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
        var mine = _costs.Where(c => IsWithin(c.Day, from, to) && IsFor(treatment, c)).ToList();
        var hours = mine.Sum(c => c.Hours ?? 0);
        return [.. MoneyOf(mine), .. hours > 0 ? [new Total(hours, "h")] : Array.Empty<Total>()];
    }

    private static IEnumerable<Total> MoneyOf(List<Cost> costs) =>
        costs
            .Where(c => c.Amount is not null)
            .GroupBy(c => c.Currency ?? "")
            .Select(g => new Total((double)g.Sum(c => c.Amount!.Value), g.Key))
            .OrderBy(m => m.Unit, StringComparer.Ordinal);

    private static bool IsWithin(LocalDate day, LocalDate from, LocalDate? to) =>
        day >= from && (to is null || day <= to);

    private static bool IsFor(Treatment? treatment, Cost cost) =>
        treatment is null || cost.Text?.Contains(treatment.Name, StringComparison.CurrentCultureIgnoreCase) == true;
}
