using Inomya.Analysis;

namespace Inomya.Bench.People;

/// <summary>An influence that is there.</summary>
/// <param name="Effect">On the recorded scale; NaN where no single number is true.</param>
internal sealed record Cause(string Factor, int Lag, double Effect);

/// <summary>A made person: what an app would hold, and what only the maker knows.</summary>
internal sealed record Person(
    Scenario Scenario,
    DailyTable Table,
    Roles Roles,
    IReadOnlyList<Cause> Causes,
    double? TreatmentEffect,
    IReadOnlyList<int> ShiftDays,
    IReadOnlySet<int> FlareDays,
    double[] Outcome
);
