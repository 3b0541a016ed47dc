namespace Inomya.Analysis;

/// <summary>How one part of a cycle (a weekday, an hour, a phase) differs from the average of all parts.</summary>
/// <param name="Part">Which: weekday 0 (Monday) to 6, hour 0 to 23, or phase number.</param>
/// <param name="Difference">From the average of all parts, in outcome units.</param>
/// <param name="Lo">Lower end of the 95 % interval, widened for looking at all parts.</param>
/// <param name="Hi">Upper end of that interval.</param>
/// <param name="Counted">Records that fall in this part.</param>
public sealed record PartOfCycle(int Part, double Difference, double Lo, double Hi, int Counted);
