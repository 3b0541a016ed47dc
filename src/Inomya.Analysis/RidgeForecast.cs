using System.Buffers;
using MathNet.Numerics.Distributions;

namespace Inomya.Analysis;

/// <summary>
/// Two small models of tomorrow, each shrunk hard: the outcome as a number with normal errors, and the event by itself.
/// </summary>
internal sealed class RidgeForecast
{
    private const double NumberRidge = 4;
    private const double EventRidge = 8;
    private const int NewtonSteps = 8;
    private const double Settled = 0.01;

    private readonly ForecastFeatures _features;
    private readonly int[] _rows;
    private readonly double[] _mean;
    private readonly double[] _deviation;
    private double[] _white;
    private double[] _slope = [];
    private double[] _logit;
    private double _centre,
        _spread;

    /// <param name="features">Every day's.</param>
    /// <param name="y">The outcome by day.</param>
    /// <param name="events">How probably each day was an event, 0 to 1.</param>
    /// <param name="rows">Recorded days to learn from.</param>
    /// <param name="before">The model learnt last, to start from; null at first.</param>
    public RidgeForecast(ForecastFeatures features, double[] y, double[] events, int[] rows, RidgeForecast? before)
    {
        _logit = before is null ? [] : (double[])before._logit.Clone();
        (_features, _rows) = (features, rows);
        (_mean, _deviation) = (new double[features.Count], new double[features.Count]);
        _white = ArrayPool<double>.Shared.Rent((features.Count + 2) * rows.Length);
        Standardise();
        LearnNumber([.. rows.Select(t => y[t])]);
        LearnEvent([.. rows.Select(t => events[t])]);
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
        for (var i = 0; i < _features.Count; i++)
        {
            var x = (_features[i][day] - _mean[i]) / _deviation[i];
            number += _slope[i] * x;
            logit += _logit[i + 1] * x;
        }
        return (Normal.CDF(edge, _spread, number), 1 / (1 + Math.Exp(-logit)));
    }

    private void Standardise()
    {
        var values = new double[_rows.Length];
        for (var i = 0; i < _features.Count; i++)
        {
            for (var r = 0; r < _rows.Length; r++)
                values[r] = _features[i][_rows[r]];
            (_mean[i], _deviation[i]) = (Moments.Mean(values), Moments.Deviation(values) + 1e-9);
            for (var r = 0; r < _rows.Length; r++)
                Column(i + 1)[r] = (values[r] - _mean[i]) / _deviation[i];
        }
        Column(0).Fill(1);
    }

    private Span<double> Column(int i) => _white.AsSpan(i * _rows.Length, _rows.Length);

    private void LearnNumber(double[] y)
    {
        var p = _features.Count;
        _centre = y.Average();
        for (var r = 0; r < y.Length; r++)
            Column(p + 1)[r] = y[r] - _centre;
        var gram = SweptGram.Of(
            _white.AsSpan(_rows.Length, (p + 1) * _rows.Length),
            _rows.Length,
            [.. Enumerable.Repeat(NumberRidge, p), 0]
        );
        for (var i = 0; i < p; i++)
            gram.Toggle(i);
        _slope = [.. Enumerable.Range(0, p).Select(i => gram[i, p])];
        var used = p - NumberRidge * Enumerable.Range(0, p).Sum(i => -gram[i, i]);
        var residual = gram[p, p] - NumberRidge * _slope.Sum(b => b * b);
        _spread = Math.Sqrt(Math.Max(residual, 1e-9) / Math.Max(10, y.Length - used - 1));
    }

    private void LearnEvent(double[] events)
    {
        int p = _features.Count + 1,
            n = _rows.Length;
        if (_logit.Length == 0)
        {
            var share = events.Average();
            _logit = [Math.Log((share + 0.01) / (1.01 - share)), .. new double[p - 1]];
        }
        var weighted = ArrayPool<double>.Shared.Rent((p + 1) * n);
        for (var step = 0; step < NewtonSteps; step++)
        {
            Weigh(events, weighted);
            var gram = SweptGram.Of(
                weighted.AsSpan(0, (p + 1) * n),
                n,
                [0.01, .. Enumerable.Repeat(EventRidge, p - 1), 0]
            );
            for (var i = 0; i < p; i++)
                gram.Toggle(i);
            var moved = Enumerable.Range(0, p).Max(i => Math.Abs(gram[i, p] - _logit[i]));
            for (var i = 0; i < p; i++)
                _logit[i] = gram[i, p];
            if (moved < Settled)
                break;
        }
        ArrayPool<double>.Shared.Return(weighted);
    }

    /// <summary>Columns and working response of one Newton step, times the root of their weights.</summary>
    private void Weigh(double[] events, double[] weighted)
    {
        int p = _features.Count + 1,
            n = _rows.Length;
        for (var r = 0; r < n; r++)
        {
            double linear = 0;
            for (var i = 0; i < p; i++)
                linear += _logit[i] * _white[i * n + r];
            double chance = 1 / (1 + Math.Exp(-linear)),
                weight = Math.Max(chance * (1 - chance), 1e-4),
                root = Math.Sqrt(weight);
            for (var i = 0; i < p; i++)
                weighted[i * n + r] = _white[i * n + r] * root;
            weighted[p * n + r] = (linear + (events[r] - chance) / weight) * root;
        }
    }
}
