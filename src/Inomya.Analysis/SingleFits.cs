using System.Numerics.Tensors;

namespace Inomya.Analysis;

/// <summary>A first look at each candidate by itself, for when there are too many to look at together.</summary>
/// <remarks>
/// Keeps time bounded with hundreds of factors. What is left out is still reported, with this look's numbers.
/// Source: Fan and Lv (2008), J. R. Stat. Soc. B 70(5), 849-911, doi:10.1111/j.1467-9868.2008.00674.x.
/// </remarks>
internal sealed class SingleFits
{
    /// <summary>Candidates that are looked at together, at most.</summary>
    public const int Most = 128;

    /// <summary>Share of a column's square below which the baseline holds all of it.</summary>
    private const double HeldByBaseline = 1e-4;

    /// <summary>Sizes of the weekday pattern and of slow drift, in innovations: the middle of what the search tries.</summary>
    private const double Weekly = 0.3,
        Slow = 0.4;

    private readonly double[] _white;
    private readonly SweptGram _gram;
    private readonly GapWhitening _whitening;
    private readonly int _rows;
    private readonly int _columns;

    public SingleFits(double[] y, int[] rows, Baseline baseline, double phi)
    {
        (_rows, _columns, _whitening) = (rows.Length, baseline.Count, new GapWhitening(rows, phi));
        var ridge = new double[_columns + 1];
        baseline.Ridge(Weekly, Slow, ridge);
        _white = _whitening.Apply(baseline.Columns, y);
        _gram = SweptGram.Of(_white, _rows, ridge);
        _gram.ToggleFirst(_columns);
    }

    /// <summary>The effect of one column by itself, and its standard error; infinite where the data say nothing.</summary>
    public (double B, double Error) Effect(double[] column)
    {
        var x = new double[_rows];
        _whitening.Apply(column, x);
        var whole = TensorPrimitives.Dot<double>(x, x);
        var (square, cross) = LeftByBaseline(x, whole);
        return square < HeldByBaseline * whole + Tiny.Rounding
            ? (0, double.PositiveInfinity)
            : (cross / square, Math.Sqrt(Variance(square, cross) / square));
    }

    /// <summary>Of the errors, with the column in.</summary>
    private double Variance(double square, double cross)
    {
        var residual = Math.Max(_gram[_columns, _columns] - cross * cross / square, Tiny.ExactFit);
        return residual / Math.Max(1, _rows - _columns - 1);
    }

    /// <summary>A column's square and its product with the outcome, less what the baseline has of them.</summary>
    private (double Square, double Cross) LeftByBaseline(double[] x, double whole)
    {
        double[] v = [.. Enumerable.Range(0, _columns).Select(i => Product(x, i))];
        double square = whole,
            cross = Product(x, _columns);
        for (var i = 0; i < _columns; i++)
        {
            cross -= v[i] * _gram[i, _columns];
            for (var j = 0; j < _columns; j++)
                square += v[i] * v[j] * _gram[i, j];
        }
        return (square, cross);
    }

    private double Product(double[] x, int column) => TensorPrimitives.Dot(x, _white.AsSpan(column * _rows, _rows));
}
