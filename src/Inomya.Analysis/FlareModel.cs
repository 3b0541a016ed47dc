namespace Inomya.Analysis;

/// <summary>
/// Two hidden states, usual and flare: a flare lifts the outcome by the same amount for as long as it lasts, on top of errors that follow a
/// first-order autoregression. See docs/methods/flares.md.
/// </summary>
/// <remarks>
/// Exact over gaps: the states' chain and the errors both run through unrecorded days.
/// Source: Hamilton (1989), Econometrica 57(2), 357-384, doi:10.2307/1912559, with the mean switching.
/// </remarks>
internal sealed class FlareModel
{
    private static readonly double[] Phis = [0, 0.2, 0.4, 0.6, 0.75];
    private const int Rounds = 14;

    /// <summary>Gain in log likelihood of a round below which no further one is made.</summary>
    private const double Settled = 0.02;

    /// <summary>Gain below which two states are not believed: of persons without flares about one in twenty passes it.</summary>
    public const double GainNeeded = 7;

    /// <summary>Recorded days below which it is not tried.</summary>
    public const int DaysNeeded = 40;

    // What is expected of flares before looking, as counts of days: they start on 1 day of 20 and end on 1 of 4.
    private const double StartsSeen = 2,
        UsualDaysSeen = 40,
        EndsSeen = 4,
        FlareDaysSeen = 16;

    private readonly double[] _r;
    private readonly int[] _rows;
    private readonly double[] _forward;
    private readonly double[] _pairs;
    private double _phi,
        _lift,
        _level,
        _variance,
        _start,
        _end;

    private FlareModel(double[] residual)
    {
        _r = residual;
        _rows = [.. Enumerable.Range(0, residual.Length).Where(t => !double.IsNaN(residual[t]))];
        (_forward, _pairs) = (new double[2 * _rows.Length], new double[4 * _rows.Length]);
    }

    /// <summary>How much of the outcome a flare adds, in the residual's unit.</summary>
    public double Lift => _lift;

    /// <summary>Carry-over of the errors from day to day.</summary>
    public double Phi => _phi;

    /// <summary>Twice the gain in log likelihood over having no flares.</summary>
    public double Gain { get; private set; }

    /// <summary>Shape (days). Probability of being in a flare, on unrecorded days too.</summary>
    public double[] Probability { get; private set; } = [];

    /// <summary>The best fit over a grid of carry-over.</summary>
    public static FlareModel Fit(double[] residual, CancellationToken stop)
    {
        var model = new FlareModel(residual);
        var best = (
            Likelihood: double.NegativeInfinity,
            State: default((double, double, double, double, double, double))
        );
        var without = double.NegativeInfinity;
        foreach (var phi in Phis)
        {
            stop.ThrowIfCancellationRequested();
            without = Math.Max(without, model.WithoutFlares(phi));
            var likelihood = model.Expect(phi);
            if (likelihood > best.Likelihood)
                best = (likelihood, model.State);
        }
        model.State = best.State;
        model.Pass();
        model.Gain = 2 * (best.Likelihood - without);
        model.Probability = model.ByDay();
        return model;
    }

    /// <summary>Probabilities at known parameters, and their log likelihood.</summary>
    /// <param name="residual">Shape (days). NaN: not recorded.</param>
    /// <param name="phi">Carry-over of the errors, 0 up to, not including, 1.</param>
    /// <param name="lift">What a flare adds, in the residual's unit.</param>
    /// <param name="level">Mean of usual days.</param>
    /// <param name="variance">Of the errors' innovations.</param>
    /// <param name="start">Probability that a usual day is followed by a flare day.</param>
    /// <param name="end">Probability that a flare day is followed by a usual day.</param>
    public static (double[] Probability, double LogLikelihood) At(
        double[] residual,
        double phi,
        double lift,
        double level,
        double variance,
        double start,
        double end
    )
    {
        var model = new FlareModel(residual) { State = (phi, lift, level, variance, start, end) };
        var likelihood = model.Pass();
        return (model.ByDay(), likelihood);
    }

    private (double, double, double, double, double, double) State
    {
        get => (_phi, _lift, _level, _variance, _start, _end);
        set => (_phi, _lift, _level, _variance, _start, _end) = value;
    }

    private double WithoutFlares(double phi)
    {
        (_phi, _lift, _level, _variance, _start, _end) = (phi, 0, 0, 1, 0.05, 0.25);
        for (var round = 0; round < 2; round++)
        {
            Pass();
            Maximise(withLift: false);
        }
        return Pass();
    }

    private double Expect(double phi)
    {
        var spread = Moments.Deviation(_r);
        (_phi, _lift, _level, _variance, _start, _end) = (
            phi,
            1.8 * spread,
            Moments.Mean(_r) - 0.3 * spread,
            0.5 * spread * spread * (1 - phi * phi),
            0.05,
            0.25
        );
        var last = double.NegativeInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var likelihood = Pass();
            if (likelihood - last < Settled)
                return likelihood;
            last = likelihood;
            Maximise(withLift: true);
        }
        return Pass();
    }

    /// <summary>Forward and backward; leaves the pairs' probabilities and returns the log likelihood.</summary>
    private double Pass()
    {
        var likelihood = Forward();
        Span<double> behind = [1, 1],
            next = stackalloc double[2];
        for (var i = _rows.Length - 1; i > 0; i--)
        {
            double sum = 0;
            for (var k = 0; k < 4; k++)
                sum += _pairs[4 * i + k] *= _forward[2 * i - 2 + (k >> 1)] * behind[k & 1];
            next.Clear();
            for (var k = 0; k < 4; k++)
            {
                var prior = _forward[2 * i - 2 + (k >> 1)];
                _pairs[4 * i + k] /= sum;
                if (prior > 1e-300)
                    next[k >> 1] += _pairs[4 * i + k] / prior;
            }
            next.CopyTo(behind);
        }
        return likelihood;
    }

    /// <summary>Filtered state probabilities; the pair slots hold transition times density for the backward pass.</summary>
    private double Forward()
    {
        var started = _start / (_start + _end);
        double likelihood = 0;
        for (var i = 0; i < _rows.Length; i++)
        {
            if (i == 0)
                (_forward[0], _forward[1]) = ((1 - started) * FirstDensity(0), started * FirstDensity(1));
            else
                Step(i);
            var sum = Math.Max(_forward[2 * i] + _forward[2 * i + 1], 1e-300);
            likelihood += Math.Log(sum);
            (_forward[2 * i], _forward[2 * i + 1]) = (_forward[2 * i] / sum, _forward[2 * i + 1] / sum);
        }
        return likelihood;
    }

    private void Step(int i)
    {
        var gap = _rows[i] - _rows[i - 1];
        double decay = Decay(gap),
            variance = _variance * (1 - decay * decay) / (1 - _phi * _phi);
        double here = _r[_rows[i]] - _level,
            before = decay * (_r[_rows[i - 1]] - _level),
            scale = 1 / Math.Sqrt(2 * Math.PI * variance);
        var (start, end) = Transition(gap);
        for (var k = 0; k < 4; k++)
        {
            int from = k >> 1,
                to = k & 1;
            var error = here - _lift * to - before + decay * _lift * from;
            var move = from == 0 ? (to == 1 ? start : 1 - start) : (to == 0 ? end : 1 - end);
            _pairs[4 * i + k] = move * scale * Math.Exp(-0.5 * error * error / variance);
        }
        _forward[2 * i] = _forward[2 * i - 2] * _pairs[4 * i] + _forward[2 * i - 1] * _pairs[4 * i + 2];
        _forward[2 * i + 1] = _forward[2 * i - 2] * _pairs[4 * i + 1] + _forward[2 * i - 1] * _pairs[4 * i + 3];
    }

    private double FirstDensity(int state)
    {
        double variance = _variance / (1 - _phi * _phi),
            error = _r[_rows[0]] - _level - _lift * state;
        return Math.Exp(-0.5 * error * error / variance) / Math.Sqrt(2 * Math.PI * variance);
    }

    private double Decay(int gap) => gap == 1 ? _phi : Math.Pow(_phi, gap);

    /// <summary>Probability of being in the other state so many days later.</summary>
    private (double Start, double End) Transition(int days)
    {
        if (days == 1)
            return (_start, _end);
        var moved = (1 - Math.Pow(1 - _start - _end, days)) / (_start + _end);
        return (_start * moved, _end * moved);
    }

    /// <summary>New level, lift, variance and rates from the pairs' probabilities, φ held.</summary>
    private void Maximise(bool withLift)
    {
        var (ll, ld, dd, ly, dy, yy) = (1e-9, 0.0, 1e-9, 0.0, 0.0, 0.0);
        var (starts, usual, ends, flare) = (StartsSeen, UsualDaysSeen, EndsSeen, FlareDaysSeen);
        for (var i = 1; i < _rows.Length; i++)
        {
            var gap = _rows[i] - _rows[i - 1];
            double decay = Decay(gap),
                weight = (1 - _phi * _phi) / (1 - decay * decay);
            double y = _r[_rows[i]] - decay * _r[_rows[i - 1]],
                l = 1 - decay;
            for (var k = 0; k < 4; k++)
            {
                double p = _pairs[4 * i + k] * weight,
                    d = (k & 1) - decay * (k >> 1);
                (ll, ld, dd) = (ll + p * l * l, ld + p * l * d, dd + p * d * d);
                (ly, dy, yy) = (ly + p * l * y, dy + p * d * y, yy + p * y * y);
            }
            if (gap != 1)
                continue;
            starts += _pairs[4 * i + 1];
            usual += _pairs[4 * i] + _pairs[4 * i + 1];
            ends += _pairs[4 * i + 2];
            flare += _pairs[4 * i + 2] + _pairs[4 * i + 3];
        }
        var determinant = ll * dd - ld * ld;
        _lift =
            withLift && determinant > 1e-12
                ? Math.Max((ll * dy - ld * ly) / determinant, 0.5 * Math.Sqrt(_variance))
                : 0;
        _level = (ly - ld * _lift) / ll;
        _variance = Math.Max((yy - _level * ly - _lift * dy) / (_rows.Length - 1), 1e-6);
        if (withLift)
            (_start, _end) = (Math.Clamp(starts / usual, 0.005, 0.2), Math.Clamp(ends / flare, 0.05, 0.6));
    }

    private double[] ByDay()
    {
        var probability = new double[_r.Length];
        for (var i = 1; i < _rows.Length; i++)
        for (var t = _rows[i - 1] + (i == 1 ? 0 : 1); t <= _rows[i]; t++)
            probability[t] = Between(i, t);
        return probability;
    }

    /// <summary>On a day from one recorded day to the next, both included.</summary>
    private double Between(int i, int t)
    {
        var (startA, endA) = Transition(t - _rows[i - 1]);
        var (startB, endB) = Transition(_rows[i] - t);
        double probability = 0;
        for (var k = 0; k < 4; k++)
        {
            var on = (k >> 1 == 1 ? 1 - endA : startA) * ((k & 1) == 1 ? 1 - endB : endB);
            var off = (k >> 1 == 1 ? endA : 1 - startA) * ((k & 1) == 1 ? startB : 1 - startB);
            if (on + off > 0)
                probability += _pairs[4 * i + k] * on / (on + off);
        }
        return probability;
    }
}
