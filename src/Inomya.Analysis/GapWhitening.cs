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
        (_carry, _weight) = (new double[rows.Length], new double[rows.Length]);
        double logDeterminant = 0,
            stationary = 1 - phi * phi;
        for (var i = 0; i < rows.Length; i++)
        {
            var carry = i == 0 ? 0 : Math.Pow(phi, rows[i] - rows[i - 1]);
            var weight = Math.Sqrt(stationary / (1 - carry * carry));
            (_carry[i], _weight[i]) = (carry, weight);
            logDeterminant += Math.Log(weight);
        }
        LogDeterminant = logDeterminant;
    }

    public double Phi { get; }

    /// <summary>Log of the Jacobian of the transform: what puts likelihoods of different φ on one scale.</summary>
    public double LogDeterminant { get; }

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
    public void Step(Span<double> first, Span<double> after)
    {
        for (var i = 0; i < _rows.Length; i++)
            (first[i], after[i]) = (_weight[i], (1 - _carry[i]) * _weight[i]);
    }
}
