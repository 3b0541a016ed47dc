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

    /// <summary>24 hours may begin in the day before yesterday where the person crossed time zones.</summary>
    private const int DaysBack = 2;

    private readonly MedicineCatalogue _catalogue;
    private readonly Dictionary<Guid, Treatment> _treatments;
    private readonly DoseContents _contents;
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
        _contents = new DoseContents(catalogue, _treatments, person);
        _doses = [.. new TakenDoses(courses, intakes, days, _contents).In(Window, now)];
    }

    /// <summary>Reads the last days of a journal.</summary>
    public static async Task<RecentDoses> ReadAsync(
        Journal journal,
        MedicineCatalogue catalogue,
        CancellationToken stop = default
    )
    {
        var (now, days) = (journal.Now, journal.Days);
        var today = days.DayOf(now);
        return new RecentDoses(
            catalogue,
            await journal.AllAsync<Treatment>(stop),
            await journal.AllAsync<Course>(stop),
            await journal.IntakesAsync(today.PlusDays(-DaysBack), today.PlusDays(1), stop),
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
        var one = _contents.Of(treatment.Id, course, _today);
        var same = SameAs(treatment, one);
        var own = new[] { OwnGap(course, treatment, same), OwnMost(course, treatment, same) };
        // the person's own word for it, unless it holds several
        var label = one.SelectMany(h => LabelWarnings(course, h, one.Count == 1 ? treatment.Name : h.Substance.Name));
        return new BeforeTaking(
            same.Where(d => d.IsNoted).Max(d => d.At),
            [.. own.Concat(label).OfType<DoseWarning>()],
            same.Any(d => !d.IsNoted)
        );
    }

    private List<TakenDose> SameAs(Treatment treatment, IReadOnlyList<(Substance Substance, Amount?)> one) =>
        [.. _doses.Where(d => d.TreatmentId == treatment.Id || one.Any(h => d.IsOf(h.Substance))).OrderBy(d => d.At)];

    private IEnumerable<DoseWarning?> LabelWarnings(
        Course course,
        (Substance Substance, Amount? Amount) held,
        string name
    ) =>
        [
            course.Schedule.HoursApart is null ? LabelGap(held.Substance, name) : null,
            LabelMost(course, held.Substance, held.Amount, name),
        ];

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
            return TooSoon(last);
        return noted.Any(d => d.At is null && d.Day == _today) ? TooSoon(null) : null;

        DoseWarning.TooSoon TooSoon(Instant? last) => new(name, last, hours, isOwn, verified);
    }

    private static DoseWarning.TooOften? OwnMost(Course course, Treatment treatment, List<TakenDose> same) =>
        course.Schedule.MostPerDay is { } most && same.Count(d => d.IsNoted) is var n && n >= most
            ? new DoseWarning.TooOften(treatment.Name, n, most)
            : null;

    private DoseWarning? LabelMost(Course course, Substance substance, Amount? one, string name)
    {
        if (LimitOf(course, substance) is not var (limit, label))
            return null;
        var earlier = AmountsTaken(substance);
        var amounts = earlier.Append(one).Select(a => InUnitOf(limit, a, substance)).ToList();
        var sum = limit.PerDay with { Value = amounts.Sum() ?? 0 };
        if (sum.Value > limit.PerDay.Value)
            return new DoseWarning.TooMuch(name, sum, limit.PerDay, label, limit.Basis.Verified);
        return earlier.Count > 0 && amounts.Contains(null)
            ? new DoseWarning.AmountOpen(name, limit.PerDay, label, limit.Basis.Verified)
            : null;
    }

    private List<Amount?> AmountsTaken(Substance substance) =>
        [.. _doses.SelectMany(d => d.Holds).Where(h => h.Substance == substance).Select(h => h.Amount)];

    private double? InUnitOf(LimitRule limit, Amount? amount, Substance substance) =>
        amount is { } known ? _catalogue.Units.In(limit.PerDay.Unit, known, substance) : null;

    /// <summary>The most careful label that speaks to the person, for any use.</summary>
    /// <remarks>
    /// Where the person wrote down a most of their own, only what holds for every pack is told, not the limit of packs
    /// sold without a prescription.
    /// </remarks>
    private (LimitRule Limit, LabelOf Label)? LimitOf(Course course, Substance substance)
    {
        var limits = _catalogue.Rules.Limits.Where(l => Concerns(l, substance, course.Schedule));
        return LabelRules
            .For(limits, _person.Country)
            .OrderBy(l => _catalogue.Units.In("mg", l.Rule.PerDay, substance) ?? l.Rule.PerDay.Value)
            .ThenBy(l => l.Label == LabelOf.Elsewhere)
            .Cast<(LimitRule, LabelOf)?>()
            .FirstOrDefault();
    }

    private bool Concerns(LimitRule limit, Substance substance, DoseSchedule own) =>
        limit is { Kind: FindingKind.Maximum, For.Count: 0, With.Count: 0, Product: null }
        && (limit.FromAge is null || _person.AgeYears >= limit.FromAge)
        && substance.Groups.Contains(limit.Substance)
        && (limit.Setting is null || own.MostPerDay is null);
}
