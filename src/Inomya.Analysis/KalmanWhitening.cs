namespace Inomya.Analysis;

/// <summary>
/// One-day-ahead errors of the outcome and of each column, in their standard deviations, for a first-order autoregression plus a random walk.
/// </summary>
/// <remarks>Source: Durbin and Koopman, Time Series Analysis by State Space Methods, 2nd ed. (2012), chapter 4; diffuse level left to the intercept.</remarks>
internal sealed class KalmanWhitening
{
    private readonly int[] _rows;
    private readonly double[] _values;
    private readonly int _columns;
    private readonly double[] _gain0;
    private readonly double[] _gain1;
    private readonly double[] _scale;

    public KalmanWhitening(double[] y, IReadOnlyList<double[]> columns)
    {
        _columns = columns.Count + 1;
        _rows = Moments.RecordedSlots(y);
        _values = [.. _rows.SelectMany(t => columns.Append(y).Select(column => column[t]))];
        White = new double[_columns * Rows];
        (_gain0, _gain1, _scale) = (new double[Rows], new double[Rows], new double[Rows]);
    }

    public int Rows => _rows.Length;

    /// <summary>Shape (columns + 1) by (rows); the outcome is last.</summary>
    public double[] White { get; }

    /// <summary>Fills <see cref="White"/>; returns the log determinant of the errors' covariance.</summary>
    public double Run(ErrorStructure errors) => Run(errors.Phi, errors.Wander);

    /// <summary>Fills <see cref="White"/>; returns the log determinant of the errors' covariance.</summary>
    /// <param name="phi">Of the autoregression, whose innovations have variance 1.</param>
    /// <param name="wander">Variance of a day's step of the level, in the same unit.</param>
    public double Run(double phi, double wander)
    {
        var logDeterminant = Gains(phi, wander);
        Filter(phi);
        return logDeterminant;
    }

    /// <summary>
    /// Variances of the two states and how they go together, from row to row; what is seen is their sum.
    /// </summary>
    private double Gains(double phi, double wander)
    {
        double p00 = 1 / (1 - phi * phi),
            p01 = 0,
            p11 = 0,
            logDeterminant = 0;
        for (var i = 0; i < Rows; i++)
        {
            if (i > 0)
                Predict(_rows[i] - _rows[i - 1]);
            logDeterminant += Update(i);
        }
        return logDeterminant;

        void Predict(int days)
        {
            var decay = Math.Pow(phi, days);
            p00 = decay * decay * p00 + (1 - decay * decay) / (1 - phi * phi);
            p01 *= decay;
            p11 += wander * days;
        }

        double Update(int i)
        {
            double c0 = p00 + p01,
                c1 = p01 + p11,
                f = c0 + c1;
            (_gain0[i], _gain1[i], _scale[i]) = (c0 / f, c1 / f, 1 / Math.Sqrt(f));
            (p00, p01, p11) = (p00 - c0 * c0 / f, p01 - c0 * c1 / f, p11 - c1 * c1 / f);
            return Math.Log(f);
        }
    }

    /// <summary>Day by day for all columns, whose chains are independent: column by column each step would wait for the one before.</summary>
    private void Filter(double phi)
    {
        Span<double> persistent = stackalloc double[_columns],
            level = stackalloc double[_columns];
        persistent.Clear();
        level.Clear();
        for (var i = 0; i < Rows; i++)
            FilterRow(i, DecayTo(i, phi), persistent, level);
    }

    /// <summary>At the first row there is nothing yet to decay.</summary>
    private double DecayTo(int i, double phi)
    {
        var gap = i == 0 ? 1 : _rows[i] - _rows[i - 1];
        return gap == 1 ? phi : Math.Pow(phi, gap);
    }

    private void FilterRow(int i, double decay, Span<double> persistent, Span<double> level)
    {
        double gain0 = _gain0[i],
            gain1 = _gain1[i],
            scale = _scale[i];
        var x = _values.AsSpan(i * _columns, _columns);
        for (var c = 0; c < x.Length; c++)
        {
            var before = decay * persistent[c];
            var error = x[c] - before - level[c];
            White[c * Rows + i] = error * scale;
            persistent[c] = before + gain0 * error;
            level[c] += gain1 * error;
        }
    }
}
