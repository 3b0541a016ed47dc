namespace Inomya.Analysis;

/// <summary>Activity that is paid for on the days after. See docs/methods/time-patterns.md.</summary>
internal sealed class BoomAndBust(
    StandardisedOutcome outcome,
    DayGrid grid,
    IReadOnlyList<ExplainedPart> explained,
    bool higherIsWorse,
    CancellationToken stop
)
{
    private const int FromLag = 1;
    private const int ToLag = 3;

    /// <summary>Each activity's summed effect over the days after; others' found effects are held fixed.</summary>
    public IReadOnlyList<Payback> Estimate(IReadOnlyList<PreparedFactor> activities)
    {
        var parts = activities.Select(a => (Factor: a, Sum: Sum(a))).Where(a => a.Sum.IsFitted).ToList();
        var q = FalseDiscovery.BenjaminiHochberg([.. parts.Select(a => a.Sum.TwoSided)]);
        return [.. parts.Select((a, i) => Describe(a.Factor, a.Sum, q[i]))];
    }

    private Payback Describe(PreparedFactor factor, Mixture sum, double q)
    {
        var unit = outcome.Unit * factor.ReportedPerSpread;
        var days = new CandidateSet([factor], ToLag).DaysCounted(new Candidate(0, FromLag), outcome.Values);
        return new Payback(
            factor.Name,
            sum.Mean * unit,
            sum.Quantile(Interval95.Low) * unit,
            sum.Quantile(Interval95.High) * unit,
            sum.TwoSided,
            q,
            FromLag,
            ToLag,
            Push(factor),
            days
        );
    }

    /// <summary>The coefficient of the last column of <see cref="Lags"/>.</summary>
    private Mixture Sum(PreparedFactor factor)
    {
        var week = Weekdays.Columns(outcome.Values.Length, grid.Weekday);
        double[][] others = [.. Besides(factor), .. Lags(factor)];
        double[] ridge = [.. Weekdays.Ridge(1), .. others.Select(_ => Tiny.NoPrior)];
        return LevelModel.LastCoefficient(outcome.Values, [.. week, .. others], ridge, wandering: true, stop: stop);
    }

    private IEnumerable<double[]> Besides(PreparedFactor factor) =>
        explained.Where(e => e.Factor != factor.Name).Select(e => e.Column);

    /// <summary>
    /// b1 x1 + b2 x2 + b3 x3 = S x1 + b2 (x2 - x1) + b3 (x3 - x1), so S is the last column's coefficient. The same day stays out: where people do
    /// less on bad days it holds the day's own surprise, and holding it fixed would find payback in nothing.
    /// </summary>
    private IEnumerable<double[]> Lags(PreparedFactor factor)
    {
        var set = new CandidateSet([factor], ToLag);
        var first = Lag(set, FromLag);
        for (var lag = FromLag + 1; lag <= ToLag; lag++)
            yield return [.. Lag(set, lag).Zip(first, (a, b) => a - b)];
        yield return first;
    }

    private double[] Lag(CandidateSet set, int lag)
    {
        var column = new double[outcome.Values.Length];
        set.Fill(new Candidate(0, lag), column);
        return column;
    }

    /// <summary>How much more of the activity there is on a day one deviation better than usual: the slope of activity on a better outcome.</summary>
    private double Push(PreparedFactor factor)
    {
        var mean = Moments.Mean(factor.Recorded);
        return Slope(
            Array.ConvertAll(factor.Recorded, v => (v - mean) / factor.Spread),
            Array.ConvertAll(outcome.Values, v => higherIsWorse ? -v : v)
        );
    }

    private static double Slope(double[] of, double[] on)
    {
        double cross = 0,
            square = 0;
        foreach (var (x, y) in of.Zip(on))
            if (!double.IsNaN(x * y))
                (cross, square) = (cross + x * y, square + y * y);
        return square > 0 ? cross / square : double.NaN;
    }
}
