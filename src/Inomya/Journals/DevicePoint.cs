using NodaTime;

namespace Inomya.Journals;

/// <summary>One daily value derived from a device.</summary>
public sealed record DevicePoint(string Measure, LocalDate Day, double Value);
