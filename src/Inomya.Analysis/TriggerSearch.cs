using System.Buffers;
using MathNet.Numerics;

namespace Inomya.Analysis;

/// <summary>
/// Regression of the outcome on every candidate under each error structure, averaged. See docs/methods/triggers.md.
/// </summary>
internal sealed class TriggerSearch
{
    /// <summary>The grid of day-to-day carry-over.</summary>
    private static readonly double[] Phis = [0, 0.15, 0.3, 0.45, 0.6, 0.72, 0.82, 0.9];

    /// <summary>Candidate sizes of the weekday pattern and of slow drift, in innovations; evidence chooses.</summary>
    private static readonly double[] WeeklyScales = [0.1, 0.6];
    private static readonly double[] SlowScales = [0.03, 0.4, 1.5];

    /// <summary>τ of the prior of an effect of one standard deviation, in innovations.</summary>
    private const double EffectSpread = 0.22;

    /// <summary>Factors that matter, expected before looking; the prior is wide around it.</summary>
    private const double ExpectedFindings = 2.2;

    /// <summary>With few factors the share of them that matter is expected to be at most this.</summary>
    private const double LargestExpectedShare = 0.14;

    /// <summary>
    /// Without an effect both dynamics are the same model, and only rounding tells their evidence apart: the first one is kept then.
    /// </summary>
    private const double Tie = 1e-6;

    private const double WorthExploring = 4;
    private const double Hopeless = 40;

    private readonly double[] _y;
    private readonly int[] _rows;
    private readonly Baseline _baseline;
    private readonly CandidateSet _candidates;
    private readonly int[] _tested;
    private readonly (double B, double Error)[] _alone;
    private readonly CancellationToken _stop;

    /// <param name="y">Shape (days). The outcome in standard deviations; NaN: not recorded.</param>
    /// <param name="baseline">What moves the outcome otherwise.</param>
    /// <param name="candidates">What may.</param>
    /// <param name="stop">Ends the work early.</param>
    public TriggerSearch(double[] y, Baseline baseline, CandidateSet candidates, CancellationToken stop)
    {
        (_y, _baseline, _candidates, _stop) = (y, baseline, candidates, stop);
        _rows = [.. Enumerable.Range(0, y.Length).Where(t => t >= candidates.MaxLag && !double.IsNaN(y[t]))];
        _alone = candidates.All.Length > Screen.Most ? Alone() : [];
        _tested =
            _alone.Length == 0
                ? [.. Enumerable.Range(0, candidates.All.Length)]
                :
                [
                    .. Enumerable
                        .Range(0, _alone.Length)
                        .OrderByDescending(j => Math.Abs(_alone[j].B / _alone[j].Error))
                        .Take(Screen.Most)
                        .Order(),
                ];
    }

    /// <summary>How many sets' neighbours are visited under each reading.</summary>
    public int MostExpanded { get; init; } = 24;

    public SearchResult Run()
    {
        var readings = Readings();
        var best = readings.Max(r => r.Evidence);
        var tally = new ModelTally(_candidates, _tested, best);
        Reading? top = null;
        Model? topModel = null;
        var topEvidence = double.NegativeInfinity;
        foreach (var reading in readings.Where(r => r.Evidence > best - WorthExploring))
        {
            tally.Restart(reading.Evidence - reading.Greedy.Score);
            reading.Search.Explore(reading.Greedy, MostExpanded, tally, _stop);
            var evidence = tally.Best.Score + tally.Offset;
            if (evidence > topEvidence + Tie)
                (top, topModel, topEvidence) = (reading, tally.Best, evidence);
        }
        var degrees = Math.Max(1, _rows.Length - _baseline.Count - topModel!.Members.Length - 1);
        return new SearchResult(tally, top!, Everywhere(top!.Search.Effects(topModel, degrees)), degrees);
    }

    /// <summary>Looked at together where they were, alone elsewhere.</summary>
    private (double B, double Error)[] Everywhere((double B, double Error)[] together)
    {
        if (_alone.Length == 0)
            return together;
        for (var i = 0; i < _tested.Length; i++)
            _alone[_tested[i]] = together[i];
        return _alone;
    }

    private (double B, double Error)[] Alone()
    {
        var screen = new Screen(_y, _rows, _baseline, 0.5);
        var column = new double[_y.Length];
        return Array.ConvertAll(_candidates.All, c =>
        {
            _stop.ThrowIfCancellationRequested();
            _candidates.Fill(c, column);
            return screen.Effect(column);
        });
    }

    private List<Reading> Readings()
    {
        int k = _baseline.Count,
            p = _tested.Length,
            n = _rows.Length,
            size = k + p + 1;
        var white = ArrayPool<double>.Shared.Rent(size * n);
        var lagged = new double[_y.Length];
        var readings = new List<Reading>();
        foreach (var (whitening, ridge) in PlausibleErrors())
        {
            _stop.ThrowIfCancellationRequested();
            for (var i = 0; i < k; i++)
                whitening.Apply(_baseline[i], Row(i));
            whitening.Apply(_y, Row(k + p));
            foreach (var dynamics in whitening.Phi == 0 ? [Dynamics.Fades] : new[] { Dynamics.Fades, Dynamics.Carries })
            {
                for (var j = 0; j < p; j++)
                {
                    _candidates.Fill(_candidates.All[_tested[j]], lagged);
                    if (dynamics == Dynamics.Carries)
                        CarryOver(lagged, whitening.Phi);
                    whitening.Apply(lagged, Row(k + j));
                }
                readings.Add(Read(dynamics, whitening, white.AsSpan(0, size * n), ridge));
            }
        }
        ArrayPool<double>.Shared.Return(white);
        return readings;

        Span<double> Row(int i) => white.AsSpan(i * n, n);
    }

    /// <summary>Each φ with its baseline's ridge, without those that explain the outcome far worse before any trigger is in.</summary>
    private IEnumerable<(GapWhitening Whitening, double[] Ridge)> PlausibleErrors()
    {
        var starts = Array.ConvertAll(Phis, BaselineAlone);
        var best = starts.Max(s => s.Evidence);
        return starts.Where(s => s.Evidence > best - Hopeless).Select(s => (s.Whitening, s.Ridge));
    }

    private (GapWhitening Whitening, double Evidence, double[] Ridge) BaselineAlone(double phi)
    {
        var whitening = new GapWhitening(_rows, phi);
        int k = _baseline.Count,
            n = _rows.Length;
        var white = ArrayPool<double>.Shared.Rent((k + 1) * n);
        for (var i = 0; i <= k; i++)
            whitening.Apply(i < k ? _baseline[i] : _y, white.AsSpan(i * n, n));
        var (evidence, ridge) = BestRidge(
            SweptGram.Of(white.AsSpan(0, (k + 1) * n), n, new double[k + 1]),
            whitening,
            n
        );
        ArrayPool<double>.Shared.Return(white);
        return (whitening, evidence, ridge);
    }

    private Reading Read(Dynamics dynamics, GapWhitening whitening, ReadOnlySpan<double> white, double[] ridge)
    {
        var gram = SweptGram.Of(white, _rows.Length, ridge);
        var shared = whitening.LogDeterminant + SweepBaseline(gram, ridge);
        var search = new ModelSearch(
            gram.Block(_baseline.Count),
            LogWeights(),
            LogSizes(),
            EffectSpread,
            _rows.Length - 1
        );
        var greedy = search.Greedy();
        return new Reading(dynamics, whitening.Phi, search, greedy, greedy.Score + shared);
    }

    private int MostMembers => Math.Clamp(_rows.Length / 12, 1, 12);

    private double[] LogWeights()
    {
        var weights = Enumerable.Range(0, _candidates.MaxLag + 1).Select(LagWeight).ToArray();
        return Array.ConvertAll(_tested, t => Math.Log(weights[_candidates.All[t].Lag] / weights.Sum()));
    }

    /// <summary>
    /// Each factor matters with the same unknown probability, spread as Beta(1, b): so many false leads as there are factors do not add up
    /// (Scott and Berger 2010, Ann. Stat. 38(5), 2587-2619, doi:10.1214/10-AOS792).
    /// </summary>
    private double[] LogSizes()
    {
        double factors = _candidates.Factors.Count,
            b = Math.Max(1 / LargestExpectedShare, factors / ExpectedFindings) - 1;
        return
        [
            .. Enumerable
                .Range(0, MostMembers + 1)
                .Select(k =>
                    SpecialFunctions.BetaLn(1 + k, b + Math.Max(0, factors - k)) - SpecialFunctions.BetaLn(1, b)
                ),
        ];
    }

    /// <summary>The same day and the next are likelier than later ones, before looking.</summary>
    private static double LagWeight(int lag) => lag <= 1 ? 1 : 1.0 / lag;

    /// <summary>Log evidence of the baseline: its share of the determinant against its prior's.</summary>
    private double SweepBaseline(SweptGram gram, double[] ridge)
    {
        double log = 0;
        for (var i = 0; i < _baseline.Count; i++)
        {
            log -= 0.5 * Math.Log(gram[i, i] / ridge[i]);
            gram.Toggle(i);
        }
        return log;
    }

    /// <summary>The prior sizes of weekday and drift under which the outcome alone is most probable, and its log evidence then.</summary>
    private (double Evidence, double[] Ridge) BestRidge(SweptGram plain, GapWhitening whitening, int n)
    {
        var k = _baseline.Count;
        var trial = new SweptGram(k + 1);
        var best = (Evidence: double.NegativeInfinity, Ridge: new double[k + _tested.Length + 1]);
        foreach (var weekly in WeeklyScales)
        foreach (var slow in SlowScales)
        {
            var ridge = new double[k + _tested.Length + 1];
            _baseline.Ridge(weekly, slow, ridge);
            trial.CopyFrom(plain);
            for (var i = 0; i < k; i++)
                trial.AddRidge(i, ridge[i]);
            var evidence =
                SweepBaseline(trial, ridge) + whitening.LogDeterminant - 0.5 * (n - 1) * Math.Log(trial[k, k]);
            if (evidence > best.Evidence)
                best = (evidence, ridge);
        }
        return best;
    }

    /// <summary>Lets each day keep a share of the day before.</summary>
    public static void CarryOver(Span<double> x, double phi)
    {
        for (var t = 1; t < x.Length; t++)
            x[t] += phi * x[t - 1];
    }
}
