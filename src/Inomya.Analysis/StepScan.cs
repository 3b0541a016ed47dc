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
    /// <summary>Recorded days between two shifts, and between a shift and an end.</summary>
    private const int Apart = 14;

    /// <summary>τ of a shift's prior, in innovations.</summary>
    private const double Spread = 1.6;

    /// <summary>What the rest must leave of a step's square for it to say something. Ours.</summary>
    private const double LeastLeft = 1e-6;

    private const double StepRidge = 1 / (Spread * Spread);

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
        _white = whitening.Apply(fixedColumns, y);
        (_first, _after) = whitening.Step();
    }

    private int Columns => _ridge.Length;

    private int Degrees => _rows - 1;

    /// <summary>The fixed columns, the shifts already in, and the outcome.</summary>
    private ReadOnlySpan<double> Column(int k)
    {
        if (k >= Columns && k < Columns + _steps.Count)
            return _steps[k - Columns];
        var place = Math.Min(k, Columns); // the outcome is right behind the fixed columns
        return _white.AsSpan(place * _rows, _rows);
    }

    /// <summary>Log evidence of the columns without any shift; NaN until it was tried to add the first.</summary>
    public double Evidence { get; private set; } = double.NaN;

    /// <summary>One more shift, at each row.</summary>
    /// <param name="LogFactors">
    /// Log Bayes factors under a prior that expects a shift to be either absent or worth noticing; -infinity where none
    /// was tried.
    /// </param>
    /// <param name="Sizes">Of the shifts.</param>
    /// <param name="Errors">Their standard errors.</param>
    public sealed record OneMore(double[] LogFactors, double[] Sizes, double[] Errors)
    {
        public static OneMore Nowhere(int rows)
        {
            var factors = new double[rows];
            Array.Fill(factors, double.NegativeInfinity);
            return new OneMore(factors, new double[rows], new double[rows]);
        }
    }

    /// <summary>Tries one more shift where there is room between the ends and those given.</summary>
    /// <param name="given">Rows of the shifts already in.</param>
    /// <param name="looked">Rows looked at.</param>
    public OneMore Try(IReadOnlyList<int> given, Func<int, bool> looked)
    {
        var fit = Fit(given);
        var products = Products(given);
        var found = OneMore.Nowhere(_rows);
        for (var row = 0; row < _rows; row++)
            if (looked(row) && HasRoom(row, given))
                Put(found, row, fit, products.AsSpan(row * fit.Width, fit.Width));
        ArrayPool<double>.Shared.Return(products);
        return found;
    }

    private bool HasRoom(int row, IReadOnlyList<int> given) =>
        row >= Apart && row <= _rows - Apart && given.All(g => Math.Abs(g - row) >= Apart);

    private void Put(OneMore found, int row, Fitted fit, ReadOnlySpan<double> products)
    {
        var (left, direction) = fit.Left(products);
        found.LogFactors[row] = LogFactor(fit.Residual, left, direction);
        found.Sizes[row] = direction / left;
        found.Errors[row] = Math.Sqrt(fit.Variance / left);
    }

    private double LogFactor(double residual, double left, double direction)
    {
        if (!(left > LeastLeft))
            return double.NegativeInfinity;
        double pivot = left + StepRidge,
            size = direction / pivot,
            after = Math.Max(residual - direction * direction / pivot, Tiny.ExactFit),
            moment = Math.Log((size * size / (after / Degrees) + 1 / pivot) * StepRidge);
        return moment - 0.5 * Math.Log(pivot / StepRidge) - 0.5 * Degrees * Math.Log(after / residual);
    }

    /// <summary>What is in already, as one more shift needs it.</summary>
    private sealed class Fitted
    {
        private readonly double[] _inverse;
        private readonly double[] _coefficients;
        private readonly double[] _weights;

        /// <param name="gram">All that is in swept in, the outcome last.</param>
        /// <param name="degrees">Of freedom of the errors.</param>
        public Fitted(SweptGram gram, int degrees)
        {
            int[] all = [.. Enumerable.Range(0, gram.Size - 1)];
            _inverse = [.. all.SelectMany(k => all.Select(l => -gram[k, l]))];
            _coefficients = Array.ConvertAll(all, k => gram[k, gram.Size - 1]);
            _weights = new double[all.Length];
            Residual = gram.Residual;
            Variance = Residual / degrees;
        }

        /// <summary>Sum of squares.</summary>
        public double Residual { get; }

        /// <summary>Of the errors.</summary>
        public double Variance { get; }

        /// <summary>Inner products that a shift has: with all that is in, the outcome, and itself.</summary>
        public int Width => _coefficients.Length + 2;

        /// <summary>Of a shift's square, and of its product with the outcome, what is not in already.</summary>
        public (double Square, double Cross) Left(ReadOnlySpan<double> products)
        {
            var v = products[..^2];
            for (var k = 0; k < v.Length; k++)
                _weights[k] = TensorPrimitives.Dot(_inverse.AsSpan(k * v.Length, v.Length), v);
            var square = products[^1] - TensorPrimitives.Dot(_weights, v);
            return (square, products[^2] - TensorPrimitives.Dot(_coefficients, v));
        }
    }

    private Fitted Fit(IReadOnlyList<int> given)
    {
        double[] ridge = [.. _ridge, .. Enumerable.Repeat(StepRidge, given.Count)];
        var gram = GramWith(given, [.. ridge, 0]);
        var evidence = gram.ToggleFirst(ridge);
        if (given.Count == 0)
            Evidence = evidence - 0.5 * Degrees * Math.Log(gram.Residual);
        return new Fitted(gram, Math.Max(1, _rows - ridge.Length));
    }

    private SweptGram GramWith(IReadOnlyList<int> given, double[] ridge)
    {
        var length = ridge.Length * _rows;
        var white = ArrayPool<double>.Shared.Rent(length);
        WriteWhite(given, white.AsSpan(0, length));
        var gram = SweptGram.Of(white.AsSpan(0, length), _rows, ridge);
        ArrayPool<double>.Shared.Return(white);
        return gram;
    }

    private void WriteWhite(IReadOnlyList<int> given, Span<double> into)
    {
        _steps.Clear();
        _steps.AddRange(given.Select(Step));
        for (var k = 0; k <= Columns + given.Count; k++)
            Column(k).CopyTo(into[(k * _rows)..]);
    }

    private double[] Step(int row)
    {
        var step = new double[_rows];
        step[row] = _first[row];
        _after.AsSpan(row + 1).CopyTo(step.AsSpan(row + 1));
        return step;
    }

    /// <summary>
    /// Shape (rows, in + 2), rented: each shift's inner product with all that is in already, the outcome, and itself.
    /// </summary>
    private double[] Products(IReadOnlyList<int> given)
    {
        var width = Columns + given.Count + 2;
        var products = ArrayPool<double>.Shared.Rent(_rows * width);
        for (var k = 0; k < width - 1; k++)
            Multiply(Column(k), Column(k), products.AsSpan(k), width);
        Multiply(_first, _after, products.AsSpan(width - 1), width);
        return products;
    }

    /// <summary>Every shift's inner product with one column.</summary>
    /// <param name="atFirst">The column on the shift's first day, for a shift at each row.</param>
    /// <param name="later">The column on the days after.</param>
    /// <param name="into">Receives them.</param>
    /// <param name="stride">Places from one to the next.</param>
    private void Multiply(ReadOnlySpan<double> atFirst, ReadOnlySpan<double> later, Span<double> into, int stride)
    {
        double tail = 0;
        for (var i = _rows - 1; i >= 0; i--)
        {
            into[i * stride] = _first[i] * atFirst[i] + tail;
            tail += _after[i] * later[i];
        }
    }
}
