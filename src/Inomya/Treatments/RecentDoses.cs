using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Treatments;

/// <summary>
/// What was taken in the last hours, over all courses and products, and what that means for one more now.
/// </summary>
/// <remarks>
/// Hours are counted back from now, over the boundary of the person's day and over time zones. What is not known never
/// counts as safe: a dose without a time counts for the whole of its day, a planned one without an answer counts as
/// taken, and where an amount is not known the sum is said to be open.
/// </remarks>
public sealed class RecentDoses
{
    private static readonly Duration Window = Duration.FromHours(24);

    private readonly MedicineCatalogue _catalogue;
    private readonly Dictionary<Guid, Treatment> _treatments;
    private readonly List<TakenDose> _doses;
    private readonly Instant _now;
    private readonly LocalDate _today;
    private readonly PersonFacts _person;

    private RecentDoses(
        MedicineCatalogue catalogue,
        IEnumerable<Treatment> treatments,
        IReadOnlyList<Course> courses,
        IReadOnlyList<Intake> intakes,
        Instant now,
        DayClock days,
        PersonFacts person
    )
    {
        (_catalogue, _now, _today, _person) = (catalogue, now, days.DayOf(now), person);
        _treatments = treatments.ToDictionary(t => t.Id);
        var oldest = days.DayOf(now - Window);
        _doses =
        [
            .. Noted(courses, intakes, days)
                .Concat(Open(courses, intakes, oldest, days))
                .Where(d => d.At is { } at ? at > now - Window && at <= now : d.Day >= oldest),
        ];
    }

    /// <summary>Reads the last days of a journal.</summary>
    public static async Task<RecentDoses> ReadAsync(
        Journal journal,
        MedicineCatalogue catalogue,
        CancellationToken stop = default
    )
    {
        // two days back: 24 hours may begin in the day before yesterday where the person crossed time zones
        const int daysBack = 2;
        var (now, days) = (journal.Now, journal.Days);
        var today = days.DayOf(now);
        return new RecentDoses(
            catalogue,
            await journal.AllAsync<Treatment>(stop),
            await journal.AllAsync<Course>(stop),
            await journal.IntakesAsync(today.PlusDays(-daysBack), today.PlusDays(1), stop),
            now,
            days,
            await CurrentMedicines.FactsAsync(journal, stop)
        );
    }

    /// <summary>What to know before one more dose of a course.</summary>
    public BeforeTaking Of(Course course)
    {
        if (!_treatments.TryGetValue(course.TreatmentId, out var treatment))
            return BeforeTaking.Nothing;
        var one = HoldsOf(treatment, course, _today);
        var same = _doses
            .Where(d => d.TreatmentId == treatment.Id || one.Any(h => d.IsOf(h.Substance)))
            .OrderBy(d => d.At)
            .ToList();
        var warnings = new List<DoseWarning?> { OwnGap(course, treatment, same), OwnMost(course, treatment, same) };
        foreach (var (substance, amount) in one)
        {
            // the person's own word for it, unless it holds several
            var name = one.Count == 1 ? treatment.Name : substance.Name;
            if (course.Schedule.HoursApart is null)
                warnings.Add(LabelGap(substance, name));
            warnings.Add(LabelMost(course, substance, amount, name));
        }
        return new BeforeTaking(
            same.Where(d => d.IsNoted).Max(d => d.At),
            [.. warnings.OfType<DoseWarning>()],
            same.Any(d => !d.IsNoted)
        );
    }

    private DoseWarning? OwnGap(Course course, Treatment treatment, List<TakenDose> same) =>
        course.Schedule.HoursApart is { } hours ? Gap(treatment.Name, same, hours, isOwn: true, verified: true) : null;

    private DoseWarning? LabelGap(Substance substance, string name) =>
        _catalogue.Rules.Apart.Where(a => substance.Groups.Contains(a.Substance)).MaxBy(a => a.Hours) is { } rule
            ? Gap(name, _doses.Where(d => d.IsOf(substance)), rule.Hours, isOwn: false, rule.Basis.Verified)
            : null;

    private DoseWarning.TooSoon? Gap(string name, IEnumerable<TakenDose> doses, double hours, bool isOwn, bool verified)
    {
        var noted = doses.Where(d => d.IsNoted).ToList();
        if (noted.Max(d => d.At) is { } last && _now - last < Duration.FromHours(hours))
            return new DoseWarning.TooSoon(name, last, hours, isOwn, verified);
        return noted.Any(d => d.At is null && d.Day == _today)
            ? new DoseWarning.TooSoon(name, null, hours, isOwn, verified)
            : null;
    }

    private static DoseWarning.TooOften? OwnMost(Course course, Treatment treatment, List<TakenDose> same) =>
        course.Schedule.MostPerDay is { } most && same.Count(d => d.IsNoted) is var n && n >= most
            ? new DoseWarning.TooOften(treatment.Name, n, most)
            : null;

    private DoseWarning? LabelMost(Course course, Substance substance, Amount? one, string name)
    {
        if (LimitOf(course, substance) is not var (limit, label))
            return null;
        var earlier = _doses
            .SelectMany(d => d.Holds)
            .Where(h => h.Substance == substance)
            .Select(h => h.Amount)
            .ToList();
        var amounts = earlier
            .Append(one)
            .Select(a => a is { } known ? _catalogue.Units.In(limit.PerDay.Unit, known, substance) : null)
            .ToList();
        var sum = amounts.Sum() ?? 0;
        if (sum > limit.PerDay.Value)
            return new DoseWarning.TooMuch(
                name,
                limit.PerDay with
                {
                    Value = sum,
                },
                limit.PerDay,
                label,
                limit.Basis.Verified
            );
        return earlier.Count > 0 && amounts.Contains(null)
            ? new DoseWarning.AmountOpen(name, limit.PerDay, label, limit.Basis.Verified)
            : null;
    }

    /// <summary>The most careful label that speaks to the person, for any use.</summary>
    /// <remarks>
    /// Where the person wrote down a most of their own, only what holds for every pack is told, not the limit of packs
    /// sold without a prescription.
    /// </remarks>
    private (LimitRule Limit, LabelOf Label)? LimitOf(Course course, Substance substance)
    {
        var limits = _catalogue.Rules.Limits.Where(l =>
            l is { Kind: FindingKind.Maximum, For.Count: 0, With.Count: 0, Product: null }
            && (l.FromAge is null || _person.AgeYears >= l.FromAge)
            && substance.Groups.Contains(l.Substance)
            && (l.Setting is null || course.Schedule.MostPerDay is null)
        );
        return LabelRules
            .For(limits, _person.Country)
            .OrderBy(l => _catalogue.Units.In("mg", l.Rule.PerDay, substance) ?? l.Rule.PerDay.Value)
            .ThenBy(l => l.Label == LabelOf.Elsewhere)
            .Cast<(LimitRule, LabelOf)?>()
            .FirstOrDefault();
    }

    private IEnumerable<TakenDose> Noted(IReadOnlyList<Course> courses, IReadOnlyList<Intake> intakes, DayClock days)
    {
        var known = courses.ToDictionary(c => c.Id);
        foreach (
            var intake in intakes.Where(i => i.Status != IntakeStatus.Skipped && i.Source != DayDoses.SessionSource)
        )
        {
            if (intake.CourseId is not { } id || !known.TryGetValue(id, out var course))
            {
                // of no course of the journal, such as one from a file: taken all the same
                yield return Dose(intake.TreatmentId, null, intake.At, intake.Day, isNoted: true, AmountOf(intake));
                continue;
            }
            var planned = PlannedDoses.Of(course, intake.Day, intake.Day, days).ToList();
            if (intake.Slot is null && intake.Status != IntakeStatus.Extra && !course.AsNeeded)
                foreach (
                    var dose in planned.Where(p =>
                        !intakes.Any(i => i.CourseId == id && i.Day == p.Day && i.Slot == p.Number)
                    )
                )
                    yield return Dose(course.TreatmentId, course, dose.At, intake.Day, isNoted: true);
            else
                yield return Dose(
                    course.TreatmentId,
                    course,
                    intake.At ?? planned.FirstOrDefault(p => p.Number == intake.Slot)?.At,
                    intake.Day,
                    isNoted: true,
                    AmountOf(intake)
                );
        }
    }

    private IEnumerable<TakenDose> Open(
        IReadOnlyList<Course> courses,
        IReadOnlyList<Intake> intakes,
        LocalDate oldest,
        DayClock days
    ) =>
        courses
            .SelectMany(c => PlannedDoses.Of(c, oldest, _today, days))
            .Where(p =>
                !intakes.Any(i =>
                    i.CourseId == p.Course.Id
                    && i.Day == p.Day
                    && i.Status != IntakeStatus.Extra
                    && (i.Slot is null || i.Slot == p.Number)
                )
            )
            .Select(p => Dose(p.Course.TreatmentId, p.Course, p.At, p.Day, isNoted: false));

    private Amount? AmountOf(Intake intake) =>
        intake.Amount is { } value && _catalogue.Units.CodeOf(intake.AmountUnit ?? "") is { } unit
            ? new Amount(value, unit)
            : null;

    private TakenDose Dose(
        Guid treatmentId,
        Course? course,
        Instant? at,
        LocalDate day,
        bool isNoted,
        Amount? amount = null
    ) =>
        new(
            treatmentId,
            at,
            day,
            isNoted,
            _treatments.TryGetValue(treatmentId, out var treatment) ? HoldsOf(treatment, course, day, amount) : []
        );

    /// <summary>What one dose holds that acts in the whole body.</summary>
    /// <param name="amount">As it was noted; null for as planned.</param>
    private IReadOnlyList<(Substance Substance, Amount? Amount)> HoldsOf(
        Treatment treatment,
        Course? course,
        LocalDate day,
        Amount? amount = null
    )
    {
        if (treatment.Kind is not (TreatmentKind.Medicine or TreatmentKind.Supplement))
            return [];
        var planned = course is null
            ? new Medicine
            {
                Name = treatment.Name,
                Entry = 1,
                TimesPerDay = 1,
            }
            : CurrentMedicines.OneDose(treatment, course, day, _catalogue.Units);
        var reader = new ListReader(_catalogue, day);
        reader.Read([amount is null ? planned : planned with { Dose = amount }], _person with { Conditions = [] });
        return [.. reader.Taken.Where(t => t.Entry > 0 && !t.Local).Select(t => (t.Substance, t.PerDay))];
    }
}
