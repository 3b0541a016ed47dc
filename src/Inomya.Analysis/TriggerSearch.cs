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

    /// <summary>Log evidence below the best up to which a reading's sets are visited too, and from which it is given up.</summary>
    private const double WorthExploring = 4;
    private const double Hopeless = 40;

    /// <summary>Recorded days for each candidate in a set, and the most in one. Rule of ten to twenty records a coefficient: Harrell (2015), Regression Modeling Strategies, 4.4, doi:10.1007/978-3-319-19425-7.</summary>
    private const int DaysForAMember = 12,
        MostMembersEver = 12;

    /// <summary>Carry-over under which candidates are looked at by themselves: the middle of the grid.</summary>
    private const double UsualPhi = 0.5;

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
        _rows = [.. Moments.RecordedSlots(y).Where(t => t >= candidates.MaxLag)];
        _alone = candidates.All.Length > SingleFits.Most ? Alone() : [];
        _tested = _alone.Length > 0 ? Strongest() : [.. Enumerable.Range(0, candidates.All.Length)];
    }

    /// <summary>As many as are looked at together.</summary>
    private int[] Strongest() =>
        [
            .. Enumerable
                .Range(0, _alone.Length)
                .OrderByDescending(j => Math.Abs(_alone[j].B / _alone[j].Error))
                .Take(SingleFits.Most)
                .Order(),
        ];

    /// <summary>How many sets' neighbours are visited under each reading.</summary>
    public int MostExpanded { get; init; } = 24;

    public SearchResult Run()
    {
        var readings = Readings();
        var best = readings.Max(r => r.Evidence);
        var tally = new ModelTally(_candidates, _tested, best);
        var (reading, model) = Explore(readings.Where(r => r.Evidence > best - WorthExploring), tally);
        var degrees = Math.Max(1, _rows.Length - _baseline.Count - model.Members.Length - 1);
        return new SearchResult(tally, reading, Everywhere(reading.Search.Effects(model, degrees)), degrees);
    }

    /// <summary>Fills the tally; returns the best reading with its best model.</summary>
    private (Reading Reading, Model Model) Explore(IEnumerable<Reading> readings, ModelTally tally)
    {
        (Reading Reading, Model Model, double Evidence)? top = null;
        foreach (var reading in readings)
        {
            tally.Restart(reading.Evidence - reading.Greedy.Score);
            reading.Search.Explore(reading.Greedy, MostExpanded, tally, _stop);
            var evidence = tally.Best.Score + tally.Offset;
            if (evidence > (top?.Evidence ?? double.NegativeInfinity) + Tie)
                top = (reading, tally.Best, evidence);
        }
        return (top!.Value.Reading, top.Value.Model);
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
        var screen = new SingleFits(_y, _rows, _baseline, UsualPhi);
        var column = new double[_y.Length];
        return Array.ConvertAll(_candidates.All, c =>
        {
            _stop.ThrowIfCancellationRequested();
            _candidates.Fill(c, column);
            return screen.Effect(column);
        });
    }

    /// <summary>How the errors may be, before any trigger is in.</summary>
    /// <param name="Whitening">Of one φ.</param>
    /// <param name="Ridge">
    /// Shape (all columns). Of the baseline's prior sizes that suit the outcome best; 0 elsewhere.
    /// </param>
    /// <param name="Evidence">Log evidence of the baseline alone.</param>
    private sealed record Errors(GapWhitening Whitening, double[] Ridge, double Evidence);

    /// <summary>Baseline, candidates and outcome.</summary>
    private int AllColumns => _baseline.Count + _tested.Length + 1;

    private List<Reading> Readings()
    {
        var white = ArrayPool<double>.Shared.Rent(AllColumns * _rows.Length);
        var readings = new List<Reading>();
        foreach (var errors in PlausibleErrors())
        {
            _stop.ThrowIfCancellationRequested();
            WhitenBaseline(errors.Whitening, white);
            foreach (var dynamics in DynamicsUnder(errors.Whitening.Phi))
            {
                WhitenCandidates(errors.Whitening, dynamics, white);
                readings.Add(Read(dynamics, errors, white));
            }
        }
        ArrayPool<double>.Shared.Return(white);
        return readings;
    }

    /// <summary>Without carry-over of errors there is none of effects.</summary>
    private static Dynamics[] DynamicsUnder(double phi) =>
        phi == 0 ? [Dynamics.Fades] : [Dynamics.Fades, Dynamics.Carries];

    /// <summary>The outcome too.</summary>
    private void WhitenBaseline(GapWhitening whitening, double[] white)
    {
        for (var i = 0; i < _baseline.Count; i++)
            whitening.Apply(_baseline[i], Row(white, i));
        whitening.Apply(_y, Row(white, AllColumns - 1));
    }

    private void WhitenCandidates(GapWhitening whitening, Dynamics dynamics, double[] white)
    {
        var lagged = new double[_y.Length];
        var carryOver = dynamics == Dynamics.Carries ? whitening.Phi : 0;
        for (var j = 0; j < _tested.Length; j++)
        {
            _candidates.Fill(_candidates.All[_tested[j]], lagged, carryOver);
            whitening.Apply(lagged, Row(white, _baseline.Count + j));
        }
    }

    private Span<double> Row(double[] white, int column) => white.AsSpan(column * _rows.Length, _rows.Length);

    /// <summary>Each φ with its baseline's ridge, without those that explain the outcome far worse before any trigger is in.</summary>
    private IEnumerable<Errors> PlausibleErrors()
    {
        var all = Array.ConvertAll(Phis, phi => BaselineAlone(new GapWhitening(_rows, phi)));
        var best = all.Max(s => s.Evidence);
        return all.Where(s => s.Evidence > best - Hopeless);
    }

    private Errors BaselineAlone(GapWhitening whitening)
    {
        var columns = _baseline.Count + 1;
        var white = ArrayPool<double>.Shared.Rent(columns * _rows.Length);
        whitening.Apply(_baseline.Columns, _y, white);
        var plain = SweptGram.Of(white, _rows.Length, new double[columns]);
        ArrayPool<double>.Shared.Return(white);
        return WithBestRidge(whitening, plain);
    }

    /// <summary>The prior sizes of weekday and drift under which the outcome alone is most probable.</summary>
    private Errors WithBestRidge(GapWhitening whitening, SweptGram plain)
    {
        var best = new Errors(whitening, new double[AllColumns], double.NegativeInfinity);
        var trial = new SweptGram(plain.Size);
        foreach (var ridge in Ridges())
        {
            trial.CopyFrom(plain);
            var evidence = SweepBaseline(trial, ridge) + whitening.LogDeterminant + LogFit(trial);
            if (evidence > best.Evidence)
                best = new Errors(whitening, ridge, evidence);
        }
        return best;
    }

    private double LogFit(SweptGram gram) =>
        -0.5 * (_rows.Length - 1) * Math.Log(gram[_baseline.Count, _baseline.Count]);

    private IEnumerable<double[]> Ridges()
    {
        foreach (var weekly in WeeklyScales)
        foreach (var slow in SlowScales)
        {
            var ridge = new double[AllColumns];
            _baseline.Ridge(weekly, slow, ridge);
            yield return ridge;
        }
    }

    /// <summary>Puts the baseline's ridge on and sweeps it in; returns its log evidence.</summary>
    private double SweepBaseline(SweptGram plain, double[] ridge)
    {
        for (var i = 0; i < _baseline.Count; i++)
            plain.AddRidge(i, ridge[i]);
        return plain.ToggleFirst(ridge.AsSpan(0, _baseline.Count));
    }

    private Reading Read(Dynamics dynamics, Errors errors, ReadOnlySpan<double> white)
    {
        var gram = SweptGram.Of(white, _rows.Length, errors.Ridge);
        var shared = errors.Whitening.LogDeterminant + gram.ToggleFirst(errors.Ridge.AsSpan(0, _baseline.Count));
        var left = gram.Block(_baseline.Count);
        var search = new ModelSearch(left, LogWeights(), LogSizes(), EffectSpread, _rows.Length - 1);
        var greedy = search.Greedy();
        return new Reading(dynamics, errors.Whitening.Phi, search, greedy, greedy.Score + shared);
    }

    private int MostMembers => Math.Clamp(_rows.Length / DaysForAMember, 1, MostMembersEver);

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
}
