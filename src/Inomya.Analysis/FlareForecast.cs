namespace Inomya.Analysis;

/// <summary>
/// Tomorrow's chance of a flare day, day by day, each from the days before it only. See docs/methods/forecast.md.
/// </summary>
internal sealed class FlareForecast
{
    /// <summary>
    /// Days between one learning and the next, and the most times it learns: long records are learnt from less often.
    /// </summary>
    private const int LearnEvery = 14,
        MostLearnings = 40;

    /// <summary>Recorded days to learn from before the first forecast.</summary>
    public const int DaysNeeded = 40;

    /// <summary>Flare days, and other days, to learn from before the first forecast.</summary>
    public const int EventsNeeded = 3;

    /// <summary>Nothing is said to be surer than this: one day in a year, about, is like no other. Ours.</summary>
    private const double Least = 0.003;

    /// <summary>Of a base rate, in flare days of one day: drawn half a day towards one half (Krichevsky and Trofimov 1981).</summary>
    private const double HalfADay = 0.5;

    /// <summary>First days that are not learnt from: what is known of the days before them is hardly anything.</summary>
    private const int DaysBeforeLearning = 5;

    /// <summary>Weight of the number model; the event model has the rest.</summary>
    private const double NumberShare = 0.7;

    private readonly double[] _y;
    private readonly double[] _events;
    private readonly double _edge;
    private readonly ForecastFeatures _features;
    private readonly CancellationToken _stop;

    /// <param name="y">
    /// Shape (days + 1). The outcome, higher is worse, with a slot for the day after the record.
    /// </param>
    /// <param name="events">
    /// Shape (days + 1). How probably each was a flare day: 0 or 1 where it was rated; NaN: nothing known.
    /// </param>
    /// <param name="threshold">Same unit as the outcome.</param>
    /// <param name="features">Of the same days.</param>
    /// <param name="stop">Ends the work early.</param>
    public FlareForecast(
        double[] y,
        double[] events,
        double threshold,
        ForecastFeatures features,
        CancellationToken stop
    )
    {
        (_y, _events, _features, _stop) = (y, events, features, stop);
        _edge = threshold - Moments.Resolution(y) / 2;
    }

    /// <summary>Probabilities for the slots from <paramref name="from"/> on.</summary>
    public double[] From(int from)
    {
        var probability = new double[_y.Length - from];
        RidgeForecast? model = null;
        var every = Math.Max(LearnEvery, probability.Length / MostLearnings);
        for (var t = from; t < _y.Length; t++)
        {
            if ((t - from) % every == 0)
                model = Learn(t, model);
            probability[t - from] = Chance(model!, t);
        }
        return probability;
    }

    private RidgeForecast Learn(int before, RidgeForecast? last)
    {
        _stop.ThrowIfCancellationRequested();
        return new RidgeForecast(_features, _y, _events, Recorded(before), last);
    }

    private double Chance(RidgeForecast model, int day)
    {
        var (number, @event) = model.Predict(day, _edge);
        return Math.Clamp(NumberShare * number + (1 - NumberShare) * @event, Least, 1 - Least);
    }

    /// <summary>
    /// For each slot from <paramref name="from"/> on, the share of flare days before it, drawn half a day towards one
    /// half.
    /// </summary>
    public double[] BaseRates(int from)
    {
        var rates = new double[_y.Length - from];
        var days = 0;
        double events = 0;
        for (var t = 0; t < _y.Length; t++)
        {
            if (t >= from)
                rates[t - from] = (events + HalfADay) / (days + 1);
            if (double.IsNaN(_events[t]))
                continue;
            days++;
            events += _events[t];
        }
        return rates;
    }

    private int[] Recorded(int before) =>
        [.. Enumerable.Range(0, before).Where(t => t >= DaysBeforeLearning && !double.IsNaN(_y[t]))];
}
