using Inomya.Journals;
using Inomya.Vocabulary;

namespace Inomya.Importing;

/// <summary>What all columns of one table are read with.</summary>
/// <param name="Regions">The body regions there are.</param>
/// <param name="Days">To which day an hour belongs.</param>
internal sealed record ColumnContext(MeasureList Measures, IReadOnlySet<string> Regions, DayClock Days);
