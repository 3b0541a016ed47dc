using Inomya.Findings;
using Inomya.Series;

namespace Inomya.Work;

/// <summary>A measure over the days that are counted.</summary>
/// <param name="Now">Over them; days without a record are in <see cref="Summary.Days"/> only.</param>
public sealed record WindowCount(DayColumn Column, Summary Now);
