using System.Buffers;
using MathNet.Numerics.Distributions;

namespace Inomya.Analysis;

/// <summary>
/// Two small models of tomorrow, each shrunk hard: the outcome as a number with normal errors, and the event by itself.
/// </summary>
internal sealed class RidgeForecast
{
    /// <summary>
    /// Prior days that speak for no effect of a standardised feature: of the number's slopes, of the event's, and of the
    /// event's level, which is hardly held. Ours; docs/methods/forecast.md has how good the forecast is with them.
    /// </summary>
    private const double NumberRidge = 4;
    private const double EventRidge = 8;
    private const double InterceptRidge = 0.01;

    /// <summary>Newton's steps, and the move of a coefficient from which no further one is made. Ours, for time.</summary>
    private const int NewtonSteps = 8;
    private const double Settled = 0.01;

    /// <summary>Degrees of freedom that the spread is divided by at least. Ours.</summary>
    private const int FewestDegrees = 10;

    /// <summary>Added to a share and to its rest, so that 0 and 1 have a logarithm of odds to start from.</summary>
    private const double OffTheEnds = 0.01;

    /// <summary>Of a record in a Newton step: one as sure as 0.9999 would weigh nothing and divide by it.</summary>
    private const double LeastWeight = 1e-4;

    private readonly ForecastFeatures _features;
    private readonly int[] _rows;
    private readonly double[] _mean;
    private readonly double[] _deviation;
    private double[] _white;
    private double[] _slope = [];
    private double[] _logit = [];
    private double _centre,
        _spread;

    /// <param name="features">Every day's.</param>
    /// <param name="y">The outcome by day.</param>
    /// <param name="events">How probably each day was an event, 0 to 1.</param>
    /// <param name="rows">Recorded days to learn from.</param>
    /// <param name="before">The model learnt last, to start from; null at first.</param>
    public RidgeForecast(ForecastFeatures features, double[] y, double[] events, int[] rows, RidgeForecast? before)
    {
        (_features, _rows) = (features, rows);
        (_mean, _deviation) = (new double[features.Count], new double[features.Count]);
        _white = ArrayPool<double>.Shared.Rent(ColumnsLength);
        Standardise();
        LearnNumber(Array.ConvertAll(rows, t => y[t]));
        LearnEvent(Array.ConvertAll(rows, t => events[t]), before?._logit);
        ArrayPool<double>.Shared.Return(_white);
        _white = [];
    }

    /// <summary>
    /// Probability of an outcome above <paramref name="edge"/> by the number model, and of an event by the event model.
    /// </summary>
    public (double ByNumber, double ByEvent) Predict(int day, double edge)
    {
        double number = _centre,
            logit = _logit[0];
        for (var i = 0; i < Predictors; i++)
        {
            var x = Standardised(i, _features[i][day]);
            number += _slope[i] * x;
            logit += _logit[i + 1] * x;
        }
        return (Normal.CDF(edge, _spread, number), Chance(logit));
    }

    private int Predictors => _features.Count;

    private int ColumnsLength => (Predictors + 2) * _rows.Length;

    /// <summary>1 in the first column, the features behind it; the last one is for an outcome.</summary>
    private Span<double> Column(int i) => _white.AsSpan(i * _rows.Length, _rows.Length);

    private void Standardise()
    {
        Column(0).Fill(1);
        for (var i = 0; i < Predictors; i++)
        {
            var values = Array.ConvertAll(_rows, t => _features[i][t]);
            (_mean[i], _deviation[i]) = (Moments.Mean(values), Moments.Deviation(values) + Tiny.Rounding);
            WriteStandardised(i, values);
        }
    }

    private void WriteStandardised(int feature, double[] values)
    {
        for (var r = 0; r < values.Length; r++)
            Column(feature + 1)[r] = Standardised(feature, values[r]);
    }

    private double Standardised(int feature, double value) => (value - _mean[feature]) / _deviation[feature];

    private void LearnNumber(double[] y)
    {
        _centre = y.Average();
        Array.ConvertAll(y, v => v - _centre).CopyTo(Column(Predictors + 1));
        double[] ridge = [.. Enumerable.Repeat(NumberRidge, Predictors), 0];
        var gram = SweptGram.Of(_white.AsSpan(_rows.Length), _rows.Length, ridge);
        gram.ToggleFirst(Predictors);
        _slope = Coefficients(gram);
        _spread = Spread(gram);
    }

    private static double[] Coefficients(SweptGram gram)
    {
        var y = gram.Size - 1;
        return [.. Enumerable.Range(0, y).Select(i => gram[i, y])];
    }

    /// <summary>Of the number's errors; shrunk slopes use less than one degree of freedom each.</summary>
    private double Spread(SweptGram gram)
    {
        var p = Predictors;
        var used = p - NumberRidge * Enumerable.Range(0, p).Sum(i => -gram[i, i]);
        var residual = gram[p, p] - NumberRidge * _slope.Sum(b => b * b);
        return Math.Sqrt(Math.Max(residual, Tiny.Rounding) / Math.Max(FewestDegrees, _rows.Length - used - 1));
    }

    private void LearnEvent(double[] events, double[]? before)
    {
        _logit = before ?? AsOftenAs(events.Average());
        var weighted = ArrayPool<double>.Shared.Rent(ColumnsLength);
        for (var step = 0; step < NewtonSteps; step++)
            if (Improve(events, weighted) < Settled)
                break;
        ArrayPool<double>.Shared.Return(weighted);
    }

    private double[] AsOftenAs(double share) =>
        [Math.Log((share + OffTheEnds) / (1 + OffTheEnds - share)), .. new double[Predictors]];

    /// <summary>One Newton step; returns by how much the coefficient that moved most did.</summary>
    private double Improve(double[] events, double[] weighted)
    {
        Weigh(events, weighted);
        double[] ridge = [InterceptRidge, .. Enumerable.Repeat(EventRidge, Predictors), 0];
        var gram = SweptGram.Of(weighted, _rows.Length, ridge);
        gram.ToggleFirst(Predictors + 1);
        var before = _logit;
        _logit = Coefficients(gram);
        return _logit.Zip(before, (now, then) => Math.Abs(now - then)).Max();
    }

    /// <summary>Columns and working response of one Newton step, times the root of their weights.</summary>
    private void Weigh(double[] events, double[] weighted)
    {
        for (var r = 0; r < _rows.Length; r++)
        {
            var linear = Linear(r);
            var chance = Chance(linear);
            var weight = Math.Max(chance * (1 - chance), LeastWeight);
            WriteWeighted(r, weight, linear + (events[r] - chance) / weight, weighted);
        }
    }

    private void WriteWeighted(int r, double weight, double response, double[] into)
    {
        var root = Math.Sqrt(weight);
        for (var i = 0; i <= Predictors; i++)
            into[i * _rows.Length + r] = Column(i)[r] * root;
        into[(Predictors + 1) * _rows.Length + r] = response * root;
    }

    private double Linear(int r)
    {
        double linear = 0;
        for (var i = 0; i <= Predictors; i++)
            linear += _logit[i] * Column(i)[r];
        return linear;
    }

    private static double Chance(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
