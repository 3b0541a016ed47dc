using NodaTime;

namespace Inomya.Flares;

/// <summary>What the forecast said for a day and what came.</summary>
/// <param name="Came">Null when nothing was recorded that day.</param>
public sealed record WarnedDay(LocalDate Day, double Chance, bool Warned, bool? Came);
