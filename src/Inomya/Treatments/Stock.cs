using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Treatments;

/// <summary>Computes what is left from the last count, the schedule and what was recorded.</summary>
/// <remarks>
/// A planned dose of a past day counts as taken unless it was recorded as skipped: better asked for a pack too early
/// than too late.
/// What is taken as needed counts when it was recorded.
/// </remarks>
public static class Stock
{
    private const int FarthestDays = 730;

    /// <summary>The state of a treatment's stock; null when it was never counted.</summary>
    public static StockLeft? Of(
        Treatment treatment,
        IEnumerable<StockCount> counts,
        IReadOnlyList<Course> courses,
        IReadOnlyList<Intake> intakes,
        LocalDate today,
        DayClock days
    )
    {
        if (LastCount(treatment, counts, today) is not { } count)
            return null;
        var mine = courses.Where(c => c.TreatmentId == treatment.Id).ToList();
        var took = intakes.Where(i => i.TreatmentId == treatment.Id && i.Day >= count.Day && i.Day < today).ToList();
        var left = LeftOf(count, mine, took, today, days);
        var lastDay = LastDay(left, count, mine, today, days);
        return new StockLeft(count, left, lastDay, lastDay?.PlusDays(-count.LeadDays));
    }

    private static StockCount? LastCount(Treatment treatment, IEnumerable<StockCount> counts, LocalDate today) =>
        counts
            .Where(c => c.TreatmentId == treatment.Id && c.Day <= today)
            .OrderBy(c => c.Day)
            .ThenBy(c => c.ChangeId)
            .LastOrDefault();

    private static double LeftOf(
        StockCount count,
        List<Course> courses,
        List<Intake> took,
        LocalDate today,
        DayClock days
    )
    {
        var planned = courses
            .SelectMany(c => PlannedDoses.Of(c, count.Day, today.PlusDays(-1), days))
            .Where(d => !IsSkipped(d, took))
            .Sum(d => UnitsOf(d, count));
        var unplanned = took.Count(i => IsUnplanned(i, courses)) * count.PerDose;
        return Math.Max(0, count.Units - planned - unplanned);
    }

    private static bool IsUnplanned(Intake took, List<Course> courses) =>
        took.Status == IntakeStatus.Extra
        || (took.Status != IntakeStatus.Skipped && courses.Exists(c => c.AsNeeded && c.Id == took.CourseId));

    private static LocalDate? LastDay(
        double left,
        StockCount count,
        List<Course> courses,
        LocalDate today,
        DayClock days
    )
    {
        var needs = courses
            .SelectMany(c => PlannedDoses.Of(c, today, today.PlusDays(FarthestDays), days))
            .GroupBy(d => d.Day, d => UnitsOf(d, count))
            .OrderBy(g => g.Key);
        foreach (var need in needs)
        {
            left -= need.Sum();
            if (left < -1e-9)
                return need.Key.PlusDays(-1);
        }
        return null;
    }

    /// <summary>A step of another dose takes as many more or fewer.</summary>
    private static double UnitsOf(PlannedDose dose, StockCount count) =>
        dose is { Dose: { } now, Course.Schedule.FirstDose: { } usual } && usual > 0
            ? count.PerDose * now / usual
            : count.PerDose;

    private static bool IsSkipped(PlannedDose dose, List<Intake> took) =>
        (
            took.LastOrDefault(i => i.CourseId == dose.Course.Id && i.Day == dose.Day && i.Slot == dose.Number)
            ?? took.LastOrDefault(i => i.CourseId == dose.Course.Id && i.Day == dose.Day && i.Slot is null)
        )?.Status == IntakeStatus.Skipped;
}
