using NodaTime;

namespace Inomya.Web.Design.Charts;

/// <summary>Some days in a row.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, which counts.</param>
public sealed record DaySpan(LocalDate From, LocalDate To);

/// <summary>A day on which a course changed, with what to call it in the legend and the table.</summary>
public sealed record DayMark(LocalDate Day, string Label);

/// <summary>A row below a chart that shows on which days something went on, such as a treatment.</summary>
public sealed record DayStrip(string Label, IReadOnlyList<DaySpan> Spans);
