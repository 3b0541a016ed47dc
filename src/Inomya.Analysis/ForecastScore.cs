namespace Inomya.Analysis;

/// <summary>How good probabilities were, once it is known what happened.</summary>
public static class ForecastScore
{
    private const int BlockDays = 14;
    private const int Tenths = 10;

    /// <summary>One-sided normal quantile of 80 %.</summary>
    private const double OneSided80 = 0.8416;

    /// <summary>Events needed before a forecast may be switched on, or be said to have done no better.</summary>
    internal const int EventsNeeded = 5;

    /// <summary>Compares probabilities with always saying the base rate.</summary>
    /// <param name="said">Shape (days). Each in 0..1.</param>
    /// <param name="baseRate">Shape (days). The share of event days so far, each in 0..1.</param>
    /// <param name="happened">Shape (days). 1 or 0; NaN: not recorded, left out.</param>
    /// <returns>Null when no day was recorded.</returns>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    /// <remarks>
    /// Source of the score: Brier (1950), Mon. Weather Rev. 78(1), 1-3,
    /// doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2. The interval of the skill is from sums over blocks of
    /// 14 days, since neighbouring days are alike.
    /// </remarks>
    public static ForecastQuality? Of(
        ReadOnlySpan<double> said,
        ReadOnlySpan<double> baseRate,
        ReadOnlySpan<double> happened
    )
    {
        if (said.Length != happened.Length || baseRate.Length != happened.Length)
            throw new ArgumentException(
                $"{said.Length} and {baseRate.Length} probabilities for {happened.Length} days.",
                nameof(said)
            );

        var blocks = new double[happened.Length / BlockDays + 1];
        double ours = 0,
            theirs = 0,
            events = 0;
        var days = 0;
        for (var t = 0; t < happened.Length; t++)
        {
            if (double.IsNaN(happened[t]))
                continue;
            double error = Square(said[t] - happened[t]),
                @base = Square(baseRate[t] - happened[t]);
            (ours, theirs, events, days) = (ours + error, theirs + @base, events + happened[t], days + 1);
            blocks[t / BlockDays] += @base - error;
        }
        if (days == 0)
            return null;

        var (skill, low) = Skill(blocks, theirs);
        var bins = Bins(said, happened);
        var calibration = bins.Sum(b => b.Days * Math.Abs(b.Said - b.Happened)) / days;
        var on = low > 0 && events >= EventsNeeded;
        return new ForecastQuality(days, (int)events, ours / days, theirs / days, skill, low, calibration, on, bins);
    }

    private static (double Skill, double Low) Skill(double[] blocks, double theirs)
    {
        if (theirs <= 0)
            return (0, 0);
        double mean = blocks.Average(),
            spread = Math.Sqrt(blocks.Sum(b => Square(b - mean)) * blocks.Length / Math.Max(1, blocks.Length - 1));
        return (blocks.Sum() / theirs, (blocks.Sum() - OneSided80 * spread) / theirs);
    }

    private static List<ReliabilityBin> Bins(ReadOnlySpan<double> said, ReadOnlySpan<double> happened)
    {
        double[] saidSum = new double[Tenths],
            happenedSum = new double[Tenths];
        var days = new int[Tenths];
        for (var t = 0; t < happened.Length; t++)
        {
            if (double.IsNaN(happened[t]))
                continue;
            var bin = Math.Min(Tenths - 1, (int)(said[t] * Tenths));
            (saidSum[bin], happenedSum[bin], days[bin]) = (
                saidSum[bin] + said[t],
                happenedSum[bin] + happened[t],
                days[bin] + 1
            );
        }
        return
        [
            .. Enumerable
                .Range(0, Tenths)
                .Where(b => days[b] > 0)
                .Select(b => new ReliabilityBin(saidSum[b] / days[b], happenedSum[b] / days[b], days[b])),
        ];
    }

    private static double Square(double x) => x * x;
}
