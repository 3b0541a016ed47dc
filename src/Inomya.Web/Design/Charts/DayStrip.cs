using Inomya.Charts;

namespace Inomya.Web.Design.Charts;

/// <summary>A row below a chart that shows on which days something went on, such as a treatment.</summary>
public sealed record DayStrip(string Label, IReadOnlyList<DaySpan> Spans);
