using NodaTime;

namespace Inomya.Web.Design.Charts;

/// <summary>A day on which a course changed, with what to call it in the legend and the table.</summary>
public sealed record DayMark(LocalDate Day, string Label);
