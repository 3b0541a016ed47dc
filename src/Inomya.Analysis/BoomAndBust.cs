namespace Inomya.Analysis;

/// <summary>Activity that is paid for on the days after. See docs/methods/time-patterns.md.</summary>
internal sealed class BoomAndBust(
    Scaled outcome,
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
        var parts = activities.Select(a => (Factor: a, Sum: Sum(a))).Where(a => !double.IsNaN(a.Sum.Mean)).ToList();
        var p = parts.Select(a => Math.Clamp(2 * Math.Min(a.Sum.Below(0), 1 - a.Sum.Below(0)), 0, 1)).ToArray();
        var q = FalseDiscovery.BenjaminiHochberg(p);
        return [.. parts.Select((a, i) => Describe(a.Factor, a.Sum, p[i], q[i]))];
    }

    private Payback Describe(PreparedFactor factor, Mixture sum, double p, double q)
    {
        var unit = outcome.Unit * factor.ReportedPerSpread;
        var days = Enumerable
            .Range(FromLag, Math.Max(0, outcome.Values.Length - FromLag))
            .Count(t => !double.IsNaN(outcome.Values[t]) && !double.IsNaN(factor.Recorded[t - FromLag]));
        return new Payback(
            factor.Name,
            sum.Mean * unit,
            sum.Quantile(0.025) * unit,
            sum.Quantile(0.975) * unit,
            p,
            q,
            FromLag,
            ToLag,
            Push(factor),
            days
        );
    }

    /// <summary>
    /// b1 x1 + b2 x2 + b3 x3 = S x1 + b2 (x2 - x1) + b3 (x3 - x1), so S is the last column's coefficient. The same day stays out: where people do
    /// less on bad days it holds the day's own surprise, and holding it fixed would find payback in nothing.
    /// </summary>
    private Mixture Sum(PreparedFactor factor)
    {
        var set = new CandidateSet([factor], ToLag);
        var first = Lag(set, FromLag);
        var columns = Weekdays.Columns(outcome.Values.Length, grid.Weekday);
        columns.AddRange(explained.Where(e => e.Factor != factor.Name).Select(e => e.Column));
        for (var lag = FromLag + 1; lag <= ToLag; lag++)
            columns.Add([.. Lag(set, lag).Zip(first, (a, b) => a - b)]);
        columns.Add(first);
        var ridge = new double[columns.Count];
        Array.Fill(ridge, 1, 1, 6);
        Array.Fill(ridge, 1e-6, 7, ridge.Length - 7);
        return LevelModel.LastCoefficient(outcome.Values, columns, ridge, wandering: true, stop: stop);
    }

    /// <summary>How much more of the activity there is on a day one deviation better than usual: the slope of activity on a better outcome.</summary>
    private double Push(PreparedFactor factor)
    {
        double cross = 0,
            square = 0,
            mean = Moments.Mean(factor.Recorded),
            better = higherIsWorse ? -1 : 1;
        for (var t = 0; t < outcome.Values.Length; t++)
        {
            double y = better * outcome.Values[t],
                x = (factor.Recorded[t] - mean) / factor.Spread;
            if (double.IsNaN(x * y))
                continue;
            (cross, square) = (cross + x * y, square + y * y);
        }
        return square > 0 ? cross / square : double.NaN;
    }

    private double[] Lag(CandidateSet set, int lag)
    {
        var column = new double[outcome.Values.Length];
        set.Fill(new Candidate(0, lag), column);
        return column;
    }
}
