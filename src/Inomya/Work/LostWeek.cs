using NodaTime;

namespace Inomya.Work;

/// <summary>Work lost in one week.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Hours">Null where none was noted: that is not 0.</param>
/// <param name="Days">Days with a note.</param>
public sealed record LostWeek(LocalDate Monday, double? Hours, int Days);
