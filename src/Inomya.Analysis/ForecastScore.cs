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
        RefuseLengths(said, baseRate, happened);
        var score = new Tally(happened.Length);
        for (var t = 0; t < happened.Length; t++)
            if (!double.IsNaN(happened[t]))
                score.Add(t, said[t], baseRate[t], happened[t]);
        return score.Days == 0 ? null : score.Quality();
    }

    private static void RefuseLengths(
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
    }

    /// <summary>Sums over the recorded days.</summary>
    private sealed class Tally(int days)
    {
        private readonly double[] _blocks = new double[days / BlockDays + 1];
        private readonly Bin[] _bins = [.. Enumerable.Range(0, Tenths).Select(_ => new Bin())];
        private double _ours,
            _theirs,
            _events;

        public int Days { get; private set; }

        public void Add(int day, double said, double baseRate, double happened)
        {
            double error = Square(said - happened),
                theirs = Square(baseRate - happened);
            _ours += error;
            _theirs += theirs;
            _events += happened;
            Days++;
            _blocks[day / BlockDays] += theirs - error;
            _bins[Math.Min(Tenths - 1, (int)(said * Tenths))].Add(said, happened);
        }

        public ForecastQuality Quality()
        {
            var (skill, low) = Skill();
            List<ReliabilityBin> bins = [.. _bins.Where(b => b.Days > 0).Select(b => b.Mean())];
            return new ForecastQuality(
                Days,
                (int)_events,
                _ours / Days,
                _theirs / Days,
                skill,
                low,
                CalibrationError(bins),
                low > 0 && _events >= EventsNeeded,
                bins
            );
        }

        private double CalibrationError(List<ReliabilityBin> bins) =>
            bins.Sum(b => b.Days * Math.Abs(b.Said - b.Happened)) / Days;

        private (double Skill, double Low) Skill()
        {
            if (_theirs <= 0)
                return (0, 0);
            double mean = _blocks.Average(),
                square = _blocks.Sum(b => Square(b - mean)),
                spread = Math.Sqrt(square * _blocks.Length / Math.Max(1, _blocks.Length - 1));
            return (_blocks.Sum() / _theirs, (_blocks.Sum() - OneSided80 * spread) / _theirs);
        }
    }

    /// <summary>Days on which about the same was said.</summary>
    private sealed class Bin
    {
        private double _said,
            _happened;

        public int Days { get; private set; }

        public void Add(double said, double happened)
        {
            _said += said;
            _happened += happened;
            Days++;
        }

        public ReliabilityBin Mean() => new(_said / Days, _happened / Days, Days);
    }

    private static double Square(double x) => x * x;
}
