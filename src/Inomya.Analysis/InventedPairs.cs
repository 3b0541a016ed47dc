namespace Inomya.Analysis;

/// <summary>
/// Paired experiments invented from a person's own days before one, one after the other; the same ones every time.
/// </summary>
/// <remarks>
/// Days are drawn in stretches of 14 from the past, with their gaps: Künsch (1989), Ann. Stat. 17(3), 1217-1241,
/// doi:10.1214/aos/1176347265. Stretches end in the middle of blocks, as change does.
/// </remarks>
/// <param name="past">Shape (days), without the treatment. NaN: not recorded.</param>
/// <param name="pairs">Of each experiment.</param>
/// <param name="blockDays">Days of a block.</param>
/// <param name="settleDays">First days of each block that do not count.</param>
internal sealed class InventedPairs(double[] past, int pairs, int blockDays, int settleDays)
{
    /// <summary>
    /// Days that are drawn together from the past, so that days stay as alike to their neighbours as they are.
    /// </summary>
    private const int StretchDays = 14;

    private const ulong Seed = 1;

    private readonly double[] _days = new double[2 * pairs * blockDays];
    private readonly double[] _improvements = new double[pairs];
    private ulong _drawn;

    /// <summary>
    /// How much better each block with the treatment was than the other of its pair, in the next experiment.
    /// </summary>
    /// <param name="effect">The true improvement.</param>
    /// <param name="stop">Ends the work before the next one.</param>
    /// <returns>Shape (pairs). NaN where a block has no record. Written over by the next call.</returns>
    public double[] Next(double effect, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        DrawDays();
        for (var pair = 0; pair < pairs; pair++)
            _improvements[pair] = BlockDesign.Difference(_days, pair, blockDays, settleDays) + effect;
        return _improvements;
    }

    /// <summary>A stretch that reaches the end of the past goes on at its beginning.</summary>
    private void DrawDays()
    {
        for (var t = 0; t < _days.Length; t += StretchDays)
        {
            var from = (int)(SplitMix64.At(Seed, ++_drawn) % (ulong)past.Length);
            for (var i = 0; i < StretchDays && t + i < _days.Length; i++)
                _days[t + i] = past[(from + i) % past.Length];
        }
    }
}
