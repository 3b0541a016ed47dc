using NodaTime;

namespace Inomya.Reports;

/// <summary>A day on which a course changed and stayed, with what to call it.</summary>
public sealed record CourseChange(LocalDate Day, string Label);
