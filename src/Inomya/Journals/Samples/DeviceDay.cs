using NodaTime;

namespace Inomya.Journals;

/// <summary>What the samples of a day come to.</summary>
/// <param name="Measure">The measure it is of: that of the stream, or one derived from it.</param>
/// <param name="Device">The device that most of it came from.</param>
/// <param name="Samples">From how many samples.</param>
internal readonly record struct DeviceDay(string Measure, string Device, LocalDate Day, double Value, int Samples);
