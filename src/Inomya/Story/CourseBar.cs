using NodaTime;

namespace Inomya.Story;

/// <summary>On which days a treatment was going on.</summary>
/// <param name="Name">As the person calls it.</param>
/// <param name="Spans">Each with both its ends, inside the days asked for.</param>
public sealed record CourseBar(string Name, IReadOnlyList<(LocalDate From, LocalDate To)> Spans);
