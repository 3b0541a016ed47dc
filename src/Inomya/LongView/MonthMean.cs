using NodaTime;

namespace Inomya.LongView;

/// <summary>A measure over one month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Recorded">Days with a record.</param>
/// <param name="Mean">Of those days; NaN where there is none, and never filled in.</param>
public sealed record MonthMean(LocalDate Month, int Recorded, double Mean);
