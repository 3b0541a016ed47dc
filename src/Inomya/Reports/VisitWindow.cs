using Inomya.Journals;
using NodaTime;

namespace Inomya.Reports;

/// <summary>The days that a report for a visit is about.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, which counts.</param>
/// <param name="IsSinceVisit">It begins with the last visit noted.</param>
public sealed record VisitWindow(LocalDate From, LocalDate To, bool IsSinceVisit)
{
    /// <summary>Since the last visit that is not about to be; without one the last days by the rule.</summary>
    /// <param name="first">The first day of the record.</param>
    public static VisitWindow Of(IEnumerable<Appointment> visits, LocalDate first, LocalDate to, ReportRules rules)
    {
        var last = visits
            .Select(v => v.Day)
            .Where(d => d > first && d <= to.PlusDays(-rules.WindowLeast))
            .OrderDescending()
            .FirstOrDefault();
        return last == default
            ? new VisitWindow(LocalDate.Max(first, to.PlusDays(1 - rules.WindowDays)), to, false)
            : new VisitWindow(last, to, true);
    }
}
