namespace Inomya.Analysis;

/// <summary>What is known on the morning of a day about that day: nothing in row t uses day t or later.</summary>
internal sealed class ForecastFeatures
{
    /// <summary>Triggers that enter, the surest first. Ours: there are few flare days to learn from.</summary>
    private const int MostTriggers = 6;

    /// <summary>Carry-over by which a gap is filled from the days before it, a factor's and the outcome's. Ours: outcomes carry over more.</summary>
    private const double FactorCarriesOver = 0.3,
        OutcomeCarriesOver = 0.6;

    /// <summary>
    /// Half-lives, in days, of two means of earlier days: of this week and of these weeks. Each is drawn towards the mean
    /// of all by so many days' worth, so that it says nothing before there is something. Ours.
    /// </summary>
    private static readonly (double HalfLife, double Worth)[] Means = [(3, 5), (21, 10)];

    private readonly List<double[]> _columns = [];

    /// <param name="grid">The calendar, with a slot for the day after the record.</param>
    /// <param name="y">Shape (days). The outcome; the last slot may be NaN.</param>
    /// <param name="known">Days before the first forecast: means are of these.</param>
    /// <param name="triggers">Found on the known days.</param>
    /// <param name="fades">True when effects do not carry over by themselves: then the day before enters too.</param>
    public ForecastFeatures(
        DayGrid grid,
        double[] y,
        int known,
        IReadOnlyList<(double[] Recorded, int Lag)> triggers,
        bool fades
    )
    {
        AddEarlierDays(y, known);
        _columns.AddRange(Weekdays.Columns(y.Length, grid.Weekday).Skip(1));
        foreach (var (recorded, lag) in triggers.Take(MostTriggers))
            AddTrigger(GapFill.Forward(recorded, FactorCarriesOver, known), Math.Max(lag, 1), fades);
    }

    private void AddTrigger(double[] x, int lag, bool fades)
    {
        Add(Lagged(x, lag, x[0]));
        if (fades)
            Add(Lagged(x, lag + 1, x[0]));
    }

    private void AddEarlierDays(double[] y, int known)
    {
        var filled = GapFill.Forward(y, OutcomeCarriesOver, known);
        var mean = Moments.Mean(y.AsSpan(0, known));
        Add(Lagged(filled, 1, mean));
        Add(Lagged(filled, 2, mean));
        foreach (var (halfLife, worth) in Means)
            Add(Average(y, halfLife, worth, mean));
    }

    public int Count => _columns.Count;

    public double[] this[int i] => _columns[i];

    public void Add(double[] column) => _columns.Add(column);

    public static double[] Lagged(double[] x, int lag, double before)
    {
        var lagged = new double[x.Length];
        for (var t = 0; t < x.Length; t++)
            lagged[t] = t < lag ? before : x[t - lag];
        return lagged;
    }

    /// <summary>Mean of earlier records, each day counting less by this half-life, drawn towards a mean worth some days.</summary>
    private static double[] Average(double[] y, double halfLife, double worth, double mean)
    {
        var keep = Math.Pow(0.5, 1 / halfLife);
        double sum = 0,
            weight = 0;
        return Array.ConvertAll(y, Before);

        double Before(double today)
        {
            var average = (sum + worth * mean) / (weight + worth);
            sum *= keep;
            weight *= keep;
            if (!double.IsNaN(today))
                (sum, weight) = (sum + today, weight + 1);
            return average;
        }
    }
}
