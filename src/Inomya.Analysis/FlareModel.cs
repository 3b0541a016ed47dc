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
    /// <summary>The grid of day-to-day carry-over: more of it and a flare are alike. Ours.</summary>
    private static readonly double[] Phis = [0, 0.2, 0.4, 0.6, 0.75];

    /// <summary>The most rounds of expectation and maximisation, where <see cref="Settled"/> does not end it before. Ours, for time.</summary>
    private const int Rounds = 14;

    /// <summary>Gain in log likelihood of a round below which no further one is made.</summary>
    private const double Settled = 0.02;

    /// <summary>Gain below which two states are not believed: of persons without flares about one in twenty passes it.</summary>
    public const double GainNeeded = 7;

    /// <summary>Recorded days below which it is not tried.</summary>
    public const int DaysNeeded = 40;

    /// <summary>Where the search for the rates begins.</summary>
    private const double UsualStart = 0.05,
        UsualEnd = 0.25;

    /// <summary>
    /// And for what a flare is: so many standard deviations above the usual level, which lies this far below the mean,
    /// with this share of the variance within a state. Ours: 0.3 of 1.8 is one day in six in a flare.
    /// </summary>
    private const double FirstLift = 1.8,
        FirstLevelBelowMean = 0.3,
        FirstShareWithin = 0.5;

    private readonly double[] _r;
    private readonly int[] _rows;
    private readonly double[] _forward;
    private readonly double[] _pairs;
    private FlareParameters _at;

    private FlareModel(double[] residual)
    {
        _r = residual;
        _rows = Moments.RecordedSlots(residual);
        (_forward, _pairs) = (new double[2 * _rows.Length], new double[4 * _rows.Length]);
    }

    /// <summary>How much of the outcome a flare adds, in the residual's unit.</summary>
    public double Lift => _at.Lift;

    /// <summary>Carry-over of the errors from day to day.</summary>
    public double Phi => _at.Phi;

    /// <summary>Twice the gain in log likelihood over having no flares.</summary>
    public double Gain { get; private set; }

    /// <summary>Shape (days). Probability of being in a flare, on unrecorded days too.</summary>
    public double[] Probability { get; private set; } = [];

    /// <summary>The best fit over a grid of carry-over.</summary>
    public static FlareModel Fit(double[] residual, CancellationToken stop)
    {
        var model = new FlareModel(residual);
        var (with, without) = (double.NegativeInfinity, double.NegativeInfinity);
        var best = default(FlareParameters);
        foreach (var phi in Phis)
        {
            stop.ThrowIfCancellationRequested();
            without = Math.Max(without, model.FitWithoutFlares(phi));
            var likelihood = model.FitWithFlares(phi);
            if (likelihood > with)
                (with, best) = (likelihood, model._at);
        }
        model.Settle(best);
        model.Gain = 2 * (with - without);
        return model;
    }

    /// <summary>Takes these parameters; returns their log likelihood.</summary>
    private double Settle(FlareParameters at)
    {
        _at = at;
        var likelihood = Pass();
        Probability = ByDay();
        return likelihood;
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
        var model = new FlareModel(residual);
        var likelihood = model.Settle(new FlareParameters(phi, lift, level, variance, start, end));
        return (model.Probability, likelihood);
    }

    private double FitWithoutFlares(double phi)
    {
        _at = new FlareParameters(phi, Lift: 0, Level: 0, Variance: 1, UsualStart, UsualEnd);
        for (var round = 0; round < 2; round++)
        {
            Pass();
            _at = Sums().WithoutFlares(_at, _rows.Length - 1);
        }
        return Pass();
    }

    private double FitWithFlares(double phi)
    {
        _at = FirstGuess(phi);
        var last = double.NegativeInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var likelihood = Pass();
            if (likelihood - last < Settled)
                return likelihood;
            last = likelihood;
            _at = Sums().WithFlares(_at, _rows.Length - 1);
        }
        return Pass();
    }

    private FlareParameters FirstGuess(double phi)
    {
        var spread = Moments.Deviation(_r);
        return new FlareParameters(
            phi,
            Lift: FirstLift * spread,
            Level: Moments.Mean(_r) - FirstLevelBelowMean * spread,
            Variance: FirstShareWithin * spread * spread * (1 - phi * phi),
            UsualStart,
            UsualEnd
        );
    }

    /// <summary>Forward and backward; leaves the pairs' probabilities and returns the log likelihood.</summary>
    private double Pass()
    {
        var likelihood = Forward();
        Span<double> behind = [1, 1];
        for (var i = _rows.Length - 1; i > 0; i--)
            Backward(i, behind);
        return likelihood;
    }

    /// <summary>Filtered state probabilities; the pair slots hold transition times density for the backward pass.</summary>
    private double Forward()
    {
        double likelihood = 0;
        for (var i = 0; i < _rows.Length; i++)
        {
            if (i == 0)
                WriteFirst();
            else
                Step(i);
            likelihood += Math.Log(Normalise(Filtered(i)));
        }
        return likelihood;
    }

    private Span<double> Filtered(int i) => _forward.AsSpan(2 * i, 2);

    private Span<double> Pair(int i) => _pairs.AsSpan(4 * i, 4);

    private int Gap(int i) => _rows[i] - _rows[i - 1];

    /// <summary>Returns what they summed to before.</summary>
    private static double Normalise(Span<double> two)
    {
        var sum = Math.Max(two[0] + two[1], Tiny.Least);
        (two[0], two[1]) = (two[0] / sum, two[1] / sum);
        return sum;
    }

    private void WriteFirst()
    {
        var share = _at.ShareOfDays;
        _forward[0] = (1 - share) * FirstDensity(0);
        _forward[1] = share * FirstDensity(1);
    }

    private double FirstDensity(int state)
    {
        double variance = _at.ErrorVariance,
            error = _r[_rows[0]] - _at.Level - _at.Lift * state;
        return Bell(error, variance) / Math.Sqrt(2 * Math.PI * variance);
    }

    private void Step(int i)
    {
        WriteDensities(i);
        Span<double> before = Filtered(i - 1),
            here = Filtered(i),
            pair = Pair(i);
        here[0] = before[0] * pair[0] + before[1] * pair[2];
        here[1] = before[0] * pair[1] + before[1] * pair[3];
    }

    /// <summary>
    /// Of each pair of states: how probable the move is, times the density of what was recorded after it.
    /// </summary>
    private void WriteDensities(int i)
    {
        var moves = _at.Moves(Gap(i));
        var decay = _at.Decay(Gap(i));
        double variance = _at.VarianceAfter(decay),
            scale = 1 / Math.Sqrt(2 * Math.PI * variance);
        for (var k = 0; k < 4; k++)
            Pair(i)[k] = moves[k >> 1, k & 1] * scale * Bell(Error(i, decay, k >> 1, k & 1), variance);
    }

    /// <summary>The normal density over what it is at no error.</summary>
    private static double Bell(double error, double variance) => Math.Exp(-0.5 * error * error / variance);

    private double Error(int i, double decay, int from, int to)
    {
        double here = _r[_rows[i]] - _at.Level,
            before = decay * (_r[_rows[i - 1]] - _at.Level);
        return here - _at.Lift * to - before + decay * _at.Lift * from;
    }

    /// <summary>Turns a pair's densities into probabilities given all records.</summary>
    /// <param name="i">The later row.</param>
    /// <param name="behind">
    /// Of each state there how much likelier what follows makes it; then of the row before.
    /// </param>
    private void Backward(int i, Span<double> behind)
    {
        Span<double> before = Filtered(i - 1),
            pair = Pair(i);
        double sum = 0;
        for (var k = 0; k < 4; k++)
            sum += pair[k] *= before[k >> 1] * behind[k & 1];
        behind.Clear();
        for (var k = 0; k < 4; k++)
        {
            pair[k] /= sum;
            behind[k >> 1] += before[k >> 1] > Tiny.Least ? pair[k] / before[k >> 1] : 0;
        }
    }

    /// <summary>Of the pairs' probabilities.</summary>
    private FlareSums Sums()
    {
        var sums = new FlareSums();
        for (var i = 1; i < _rows.Length; i++)
        {
            AddEquations(i, sums);
            if (Gap(i) == 1)
                sums.AddMove(Pair(i));
        }
        return sums;
    }

    private void AddEquations(int i, FlareSums sums)
    {
        double decay = _at.Decay(Gap(i)),
            weight = _at.WeightAfter(decay),
            y = _r[_rows[i]] - decay * _r[_rows[i - 1]];
        for (var k = 0; k < 4; k++)
            sums.AddEquation(Pair(i)[k] * weight, 1 - decay, (k & 1) - decay * (k >> 1), y);
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
        var (before, after) = (_at.Moves(t - _rows[i - 1]), _at.Moves(_rows[i] - t));
        double probability = 0;
        for (var k = 0; k < 4; k++)
            probability += Inside(Pair(i)[k], k >> 1, k & 1);
        return probability;

        double Inside(double pair, int from, int to)
        {
            var on = before[from, 1] * after[1, to];
            var off = before[from, 0] * after[0, to];
            return on + off > 0 ? pair * on / (on + off) : 0;
        }
    }
}
