using Inomya.Journals;
using NodaTime;

namespace Inomya.Experiments;

/// <summary>One day of an experiment as it was.</summary>
/// <param name="Outcome">NaN is not recorded.</param>
/// <param name="Kept">Null is not recorded.</param>
public sealed record TrialDay(LocalDate Day, int Block, bool With, bool Settling, double Outcome, Adherence? Kept);
