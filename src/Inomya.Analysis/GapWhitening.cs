namespace Inomya.Analysis;

/// <summary>
/// Turns columns on recorded days into columns with independent errors, for errors that follow a first-order autoregression
/// and days that are missing: each recorded day is compared with the last recorded one, and weighted exactly.
/// </summary>
/// <remarks>Errors in units of one day's innovation. The gap form follows from Cov(u_s, u_t) = φ^|t-s| / (1 - φ²).</remarks>
internal sealed class GapWhitening
{
    private readonly int[] _rows;
    private readonly double[] _carry;
    private readonly double[] _weight;

    /// <param name="rows">Slots with a recorded outcome, increasing.</param>
    /// <param name="phi">0 up to, not including, 1.</param>
    public GapWhitening(int[] rows, double phi)
    {
        (_rows, Phi) = (rows, phi);
        _carry = [.. rows.Select((row, i) => i == 0 ? 0 : Math.Pow(phi, row - rows[i - 1]))];
        _weight = Array.ConvertAll(_carry, carry => Math.Sqrt((1 - phi * phi) / (1 - carry * carry)));
        LogDeterminant = _weight.Sum(weight => Math.Log(weight));
    }

    public double Phi { get; }

    /// <summary>Log of the Jacobian of the transform: what puts likelihoods of different φ on one scale.</summary>
    public double LogDeterminant { get; }

    /// <summary>Columns and behind them the outcome: shape (columns + 1) by (rows).</summary>
    public double[] Apply(IReadOnlyList<double[]> columns, double[] y)
    {
        var into = new double[(columns.Count + 1) * _rows.Length];
        Apply(columns, y, into);
        return into;
    }

    public void Apply(IReadOnlyList<double[]> columns, double[] y, Span<double> into)
    {
        for (var i = 0; i <= columns.Count; i++)
            Apply(i < columns.Count ? columns[i] : y, into.Slice(i * _rows.Length, _rows.Length));
    }

    public void Apply(ReadOnlySpan<double> column, Span<double> into)
    {
        if (_rows.Length == 0)
            return;
        var last = column[_rows[0]];
        into[0] = last * _weight[0];
        for (var i = 1; i < _rows.Length; i++)
        {
            var value = column[_rows[i]];
            into[i] = (value - _carry[i] * last) * _weight[i];
            last = value;
        }
    }

    /// <summary>A lasting shift's whitened value on its first day, and on every later one, by row.</summary>
    public (double[] First, double[] After) Step() =>
        ([.. _weight], [.. _carry.Zip(_weight, (carry, weight) => (1 - carry) * weight)]);
}
