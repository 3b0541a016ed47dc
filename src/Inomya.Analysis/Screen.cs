using System.Numerics.Tensors;

namespace Inomya.Analysis;

/// <summary>A first look at each candidate by itself, for when there are too many to look at together.</summary>
/// <remarks>
/// Keeps time bounded with hundreds of factors. What is left out is still reported, with this look's numbers.
/// Source: Fan and Lv (2008), J. R. Stat. Soc. B 70(5), 849-911, doi:10.1111/j.1467-9868.2008.00674.x.
/// </remarks>
internal sealed class Screen
{
    /// <summary>Candidates that are looked at together, at most.</summary>
    public const int Most = 128;

    private readonly double[] _white;
    private readonly double[] _ridge;
    private readonly SweptGram _gram;
    private readonly GapWhitening _whitening;
    private readonly int _rows;

    public Screen(double[] y, int[] rows, Baseline baseline, double phi)
    {
        (_rows, _whitening, _ridge) = (rows.Length, new GapWhitening(rows, phi), new double[baseline.Count]);
        baseline.Ridge(0.3, 0.4, _ridge);
        _white = new double[(baseline.Count + 1) * _rows];
        for (var i = 0; i <= baseline.Count; i++)
            _whitening.Apply(i < baseline.Count ? baseline[i] : y, _white.AsSpan(i * _rows, _rows));
        _gram = SweptGram.Of(_white, _rows, [.. _ridge, 0]);
        for (var i = 0; i < baseline.Count; i++)
            _gram.Toggle(i);
    }

    /// <summary>The effect of one column by itself, and its standard error; infinite where the data say nothing.</summary>
    public (double B, double Error) Effect(double[] column)
    {
        var k = _ridge.Length;
        double[] x = new double[_rows],
            v = new double[k];
        _whitening.Apply(column, x);
        for (var i = 0; i < k; i++)
            v[i] = TensorPrimitives.Dot(x, _white.AsSpan(i * _rows, _rows));
        double whole = TensorPrimitives.Dot<double>(x, x),
            square = whole,
            cross = TensorPrimitives.Dot(x, _white.AsSpan(k * _rows, _rows));
        for (var i = 0; i < k; i++)
        {
            cross -= v[i] * _gram[i, k];
            for (var j = 0; j < k; j++)
                square += v[i] * v[j] * _gram[i, j];
        }
        if (square < 1e-4 * whole + 1e-9)
            return (0, double.PositiveInfinity);
        var residual = Math.Max(_gram[k, k] - cross * cross / square, 1e-12);
        return (cross / square, Math.Sqrt(residual / Math.Max(1, _rows - k - 1) / square));
    }
}
