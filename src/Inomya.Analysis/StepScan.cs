using System.Buffers;
using System.Numerics.Tensors;

namespace Inomya.Analysis;

/// <summary>How much better the outcome is explained by one more lasting shift, for a shift on every recorded day at once.</summary>
/// <remarks>
/// A shift's whitened column is 0 before its day, one number on it and a known sequence after, so its inner product with any column is one
/// entry of a running sum from the end: all shifts cost as much as one.
/// </remarks>
internal sealed class StepScan
{
    private readonly double[] _first;
    private readonly double[] _after;
    private readonly double[] _white;
    private readonly double[] _ridge;
    private readonly int _rows;
    private readonly List<double[]> _steps = [];

    /// <param name="whitening">Of the recorded days.</param>
    /// <param name="fixedColumns">Shape (columns) of shape (days): everything but shifts.</param>
    /// <param name="ridge">Shape (columns).</param>
    /// <param name="y">The outcome by day.</param>
    /// <param name="rows">Recorded slots.</param>
    public StepScan(
        GapWhitening whitening,
        IReadOnlyList<double[]> fixedColumns,
        double[] ridge,
        double[] y,
        int[] rows
    )
    {
        (_rows, _ridge) = (rows.Length, ridge);
        _white = new double[(fixedColumns.Count + 1) * _rows];
        for (var i = 0; i < fixedColumns.Count; i++)
            whitening.Apply(fixedColumns[i], _white.AsSpan(i * _rows, _rows));
        whitening.Apply(y, _white.AsSpan(fixedColumns.Count * _rows, _rows));
        (_first, _after) = (new double[_rows], new double[_rows]);
        whitening.Step(_first, _after);
    }

    private int Columns => _ridge.Length;

    /// <summary>Log evidence of the columns without any shift.</summary>
    public double Evidence { get; private set; } = double.NaN;

    /// <summary>Error variance over which a shift's precision was last computed.</summary>
    public double Variance { get; private set; }

    /// <summary>Residual sum of squares of the last fit.</summary>
    private double _residual;

    /// <summary>
    /// Log Bayes factor of one more shift at each row, given shifts at some rows already, each under a prior that expects a shift to be
    /// either absent or worth noticing; -infinity within <paramref name="apart"/> rows of an end or of another.
    /// </summary>
    /// <param name="given">Rows of the shifts already in.</param>
    /// <param name="spread">τ of the prior, in innovations.</param>
    /// <param name="apart">Rows.</param>
    /// <param name="looked">Rows looked at; -infinity elsewhere.</param>
    /// <param name="size">Receives each shift's size.</param>
    /// <param name="error">Receives its standard error.</param>
    public double[] LogBayesFactors(
        IReadOnlyList<int> given,
        double spread,
        int apart,
        Func<int, bool> looked,
        double[] size,
        double[] error
    )
    {
        var ridge = 1 / (spread * spread);
        var gram = Fit(given, ridge);
        int m = Columns + given.Count,
            y = m;
        var products = Products(given, m);
        double[] weights = new double[m],
            coefficients = [.. Enumerable.Range(0, m).Select(k => gram[k, y])];
        var (square, cross) = OwnProducts();
        var result = new double[_rows];
        var inverse = new double[m * m];
        for (var k = 0; k < m; k++)
        for (var l = 0; l < m; l++)
            inverse[k * m + l] = -gram[k, l];

        for (var i = 0; i < _rows; i++)
        {
            result[i] = double.NegativeInfinity;
            if (!looked(i) || i < apart || i > _rows - apart || given.Any(g => Math.Abs(g - i) < apart))
                continue;
            var v = products.AsSpan(i * m, m);
            for (var k = 0; k < m; k++)
                weights[k] = TensorPrimitives.Dot(inverse.AsSpan(k * m, m), v);
            var left = square[i] - TensorPrimitives.Dot(weights, v);
            var direction = cross[i] - TensorPrimitives.Dot(coefficients, v);
            result[i] = LogFactor(left, direction, ridge);
            (size[i], error[i]) = (direction / left, Math.Sqrt(Variance / left));
        }
        ArrayPool<double>.Shared.Return(products);
        return result;
    }

    private double LogFactor(double left, double direction, double ridge)
    {
        if (!(left > 1e-6))
            return double.NegativeInfinity;
        double pivot = left + ridge,
            degrees = _rows - 1,
            after = Math.Max(_residual - direction * direction / pivot, 1e-12);
        var moment = Math.Log((direction / pivot * (direction / pivot) / (after / degrees) + 1 / pivot) * ridge);
        return moment - 0.5 * Math.Log(pivot / ridge) - 0.5 * degrees * Math.Log(after / _residual);
    }

    private SweptGram Fit(IReadOnlyList<int> given, double ridge)
    {
        while (_steps.Count < given.Count)
            _steps.Add(new double[_rows]);
        var length = (Columns + given.Count + 1) * _rows;
        var white = ArrayPool<double>.Shared.Rent(length);
        _white.AsSpan(0, Columns * _rows).CopyTo(white);
        for (var s = 0; s < given.Count; s++)
            WriteStep(given[s], _steps[s], white.AsSpan((Columns + s) * _rows, _rows));
        _white.AsSpan(Columns * _rows, _rows).CopyTo(white.AsSpan((Columns + given.Count) * _rows));
        var gram = SweptGram.Of(
            white.AsSpan(0, length),
            _rows,
            [.. _ridge, .. Enumerable.Repeat(ridge, given.Count), 0]
        );
        ArrayPool<double>.Shared.Return(white);
        double evidence = 0;
        for (var k = 0; k < Columns + given.Count; k++)
        {
            evidence -= 0.5 * Math.Log(gram[k, k] / (k < Columns ? _ridge[k] : ridge));
            gram.Toggle(k);
        }
        _residual = Math.Max(gram[gram.Size - 1, gram.Size - 1], 1e-12);
        Variance = _residual / Math.Max(1, _rows - Columns - given.Count);
        if (given.Count == 0)
            Evidence = evidence - 0.5 * (_rows - 1) * Math.Log(_residual);
        return gram;
    }

    private void WriteStep(int row, double[] keep, Span<double> into)
    {
        into[..row].Clear();
        into[row] = _first[row];
        _after.AsSpan(row + 1).CopyTo(into[(row + 1)..]);
        into.CopyTo(keep);
    }

    /// <summary>Shape (rows, columns), rented: each shift's inner product with each column already in.</summary>
    private double[] Products(IReadOnlyList<int> given, int m)
    {
        var products = ArrayPool<double>.Shared.Rent(_rows * m);
        for (var k = 0; k < m; k++)
        {
            ReadOnlySpan<double> column = k < Columns ? _white.AsSpan(k * _rows, _rows) : _steps[k - Columns];
            double tail = 0;
            for (var i = _rows - 1; i >= 0; i--)
            {
                products[i * m + k] = _first[i] * column[i] + tail;
                tail += _after[i] * column[i];
            }
        }
        return products;
    }

    private (double[] Square, double[] Cross) OwnProducts()
    {
        double[] square = new double[_rows],
            cross = new double[_rows];
        var y = _white.AsSpan(Columns * _rows, _rows);
        double squares = 0,
            crosses = 0;
        for (var i = _rows - 1; i >= 0; i--)
        {
            (square[i], cross[i]) = (_first[i] * _first[i] + squares, _first[i] * y[i] + crosses);
            squares += _after[i] * _after[i];
            crosses += _after[i] * y[i];
        }
        return (square, cross);
    }
}
