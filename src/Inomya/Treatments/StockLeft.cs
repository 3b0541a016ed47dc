using Inomya.Journals;
using NodaTime;

namespace Inomya.Treatments;

/// <summary>How much of a treatment is left, and when it runs out.</summary>
/// <param name="Left">In the units that were counted, at the start of today; never below 0.</param>
/// <param name="LastDay">
/// The last day whose planned doses are all covered; null when none are planned, or for longer than two years.
/// </param>
/// <param name="RefillOn">When a new pack should be asked for; null as <paramref name="LastDay"/>.</param>
public sealed record StockLeft(StockCount Count, double Left, LocalDate? LastDay, LocalDate? RefillOn);
