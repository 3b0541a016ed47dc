using Inomya.Reports;

namespace Inomya.Visits;

/// <summary>A report without what was struck out.</summary>
/// <param name="Document">What goes out.</param>
/// <param name="Left">The lines of it.</param>
/// <param name="Struck">Lines that the person struck out.</param>
/// <param name="Also">Lines that went too, since they name something struck out.</param>
/// <param name="Gone">Ids that were struck out and are no line now: left out anyway, or told in other words.</param>
public sealed record StruckReport(
    ReportDocument Document,
    IReadOnlyList<ReportLine> Left,
    IReadOnlyList<ReportLine> Struck,
    IReadOnlyList<ReportLine> Also,
    IReadOnlyList<string> Gone
);
