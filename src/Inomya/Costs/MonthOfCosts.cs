using NodaTime;

namespace Inomya.Costs;

/// <summary>What one month cost in one currency.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Currency">ISO 4217; null for hours without money.</param>
/// <param name="Spent">Money paid.</param>
/// <param name="WagesLost">Money not earned.</param>
/// <param name="Hours">Hours lost or given, of all that stand with this currency.</param>
public sealed record MonthOfCosts(LocalDate Month, string? Currency, decimal Spent, decimal WagesLost, double Hours);
