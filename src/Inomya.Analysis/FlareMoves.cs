namespace Inomya.Analysis;

/// <summary>How probable it is to go from state to state over some days; state 0 is usual, 1 a flare.</summary>
/// <param name="Start">From usual to a flare.</param>
/// <param name="End">From a flare to usual.</param>
internal readonly record struct FlareMoves(double Start, double End)
{
    public double this[int from, int to] => from == 0 ? (to == 1 ? Start : 1 - Start) : (to == 0 ? End : 1 - End);
}
