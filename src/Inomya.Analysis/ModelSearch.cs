namespace Inomya.Analysis;

/// <summary>
/// Visits the sets of candidates that explain the outcome well, and weighs each by its evidence: Bayesian model averaging
/// over a linear regression with a prior that expects an effect to be either absent or worth noticing.
/// </summary>
/// <remarks>
/// Deterministic: it walks from the best set found so far to all its neighbours (one added, removed or exchanged) until what is left is
/// too unlikely to matter, so the order of the factors changes nothing.
/// Prior of an effect of one standard deviation, in innovations: density ∝ b² N(b; 0, τ²), which vanishes at 0.
/// Source of the prior: Johnson and Rossell (2010), J. R. Stat. Soc. B 72(2), 143-170, doi:10.1111/j.1467-9868.2009.00730.x.
/// The joint moment is approximated by the product of the coefficients' own.
/// </remarks>
internal sealed class ModelSearch
{
    private const double Collinear = 1e-4;
    private const double TooUnlikely = 6;

    private readonly SweptGram _root;
    private readonly SweptGram _at;
    private readonly double[] _logWeight;
    private readonly double[] _logSize;
    private readonly double[] _square;
    private readonly double _ridge;
    private readonly double _degrees;
    private readonly int _y;
    private readonly int _mostMembers;

    /// <param name="root">Candidates, then the outcome, with the baseline swept in and dropped, without ridge.</param>
    /// <param name="logWeight">Shape (candidates). Prior log weight of each among its factor's delays.</param>
    /// <param name="logSize">Shape (largest set + 1). Prior log probability of one particular set of so many factors.</param>
    /// <param name="spread">τ of the prior.</param>
    /// <param name="degrees">Degrees of freedom of the error variance.</param>
    public ModelSearch(SweptGram root, double[] logWeight, double[] logSize, double spread, double degrees)
    {
        (_root, _logWeight, _logSize, _degrees, _mostMembers) = (root, logWeight, logSize, degrees, logSize.Length - 1);
        _y = root.Size - 1;
        _ridge = 1 / (spread * spread);
        _square = new double[_y];
        for (var j = 0; j < _y; j++)
        {
            _square[j] = root[j, j];
            root.AddRidge(j, _ridge);
        }
        _at = new SweptGram(root.Size);
    }

    /// <summary>The best set found by adding one at a time, and its log evidence.</summary>
    public Model Greedy()
    {
        var best = new Model([], 0, 0);
        best = best with { Score = Move(best) };
        while (best.Members.Length < _mostMembers)
        {
            var next = best;
            for (var j = 0; j < _y; j++)
                if (!best.Members.Contains(j) && WithAdded(best, j) is var (score, determinant) && score > next.Score)
                    next = new Model([.. best.Members, j], score, best.LogDeterminant + determinant);
            if (next == best)
                break;
            best = next;
            Move(best);
        }
        return best;
    }

    /// <summary>Adds every set worth its while to the tally, starting from a good one.</summary>
    public void Explore(Model start, int mostExpanded, ModelTally tally, CancellationToken stop)
    {
        var frontier = new PriorityQueue<Model, double>();
        var seen = new HashSet<ulong>();
        Offer(start);
        for (var expanded = 0; expanded < mostExpanded && frontier.TryDequeue(out var model, out _); expanded++)
        {
            stop.ThrowIfCancellationRequested();
            if (model.Score < tally.Best.Score - TooUnlikely)
                break;
            Move(model);
            Estimate(model, tally);
            OfferAdditions(model, -1);
            foreach (var k in model.Members)
            {
                _at.Toggle(k);
                var without = Without(model, k);
                Offer(without);
                OfferAdditions(without, k);
                _at.Toggle(k);
            }
        }

        void OfferAdditions(Model model, int except)
        {
            if (model.Members.Length >= _mostMembers)
                return;
            for (var j = 0; j < _y; j++)
                if (
                    j != except
                    && !model.Members.Contains(j)
                    && WithAdded(model, j) is var (score, determinant)
                    && score > tally.Best.Score - 2 * TooUnlikely
                )
                    Offer(new Model([.. model.Members, j], score, model.LogDeterminant + determinant));
        }

        void Offer(Model model)
        {
            if (!seen.Add(model.Key()))
                return;
            tally.Add(model);
            if (model.Score > tally.Best.Score - TooUnlikely)
                frontier.Enqueue(model, -model.Score);
        }
    }

    /// <summary>Every candidate's effect given the model's other members, without shrinkage: (b, standard error).</summary>
    public (double B, double Error)[] Effects(Model model, double degrees)
    {
        Move(model);
        var effects = new (double, double)[_y];
        for (var j = 0; j < _y; j++)
            effects[j] = Effect(j, model.Members.Contains(j), degrees);
        return effects;
    }

    private (double B, double Error) Effect(int j, bool inside, double degrees)
    {
        var pivot = inside ? -1 / _at[j, j] : _at[j, j];
        var cross = inside ? _at[j, _y] * pivot : _at[j, _y];
        var left = inside ? _at[_y, _y] + cross * cross / pivot : _at[_y, _y];
        var square = pivot - _ridge;
        if (square < Collinear * _square[j] + 1e-9)
            return (0, double.PositiveInfinity);
        var residual = Math.Max(left - cross * cross / square, 1e-12 * left);
        return (cross / square, Math.Sqrt(residual / degrees / square));
    }

    private void Estimate(Model model, ModelTally tally)
    {
        for (var j = 0; j < _y; j++)
        {
            var (b, error) = Effect(j, model.Members.Contains(j), _degrees);
            tally.AddEstimate(model, j, b, error);
        }
    }

    /// <summary>Sweeps in exactly the members; returns the log evidence.</summary>
    private double Move(Model model)
    {
        _at.CopyFrom(_root);
        foreach (var k in model.Members)
            _at.Toggle(k);
        return Score(model.Members, model.LogDeterminant, _at[_y, _y], -1, 0);
    }

    /// <summary>The set without a member that has just been swept out.</summary>
    private Model Without(Model model, int k)
    {
        var members = Array.FindAll(model.Members, m => m != k);
        var determinant = model.LogDeterminant - Math.Log(_at[k, k] / _ridge);
        return new Model(members, Score(members, determinant, _at[_y, _y], -1, 0), determinant);
    }

    private (double Score, double LogDeterminant)? WithAdded(Model model, int j)
    {
        double pivot = _at[j, j],
            cross = _at[j, _y];
        if (pivot - _ridge < Collinear * _square[j] + 1e-9)
            return null;
        var determinant = Math.Log(pivot / _ridge);
        var score = Score(
            model.Members,
            model.LogDeterminant + determinant,
            _at[_y, _y] - cross * cross / pivot,
            j,
            pivot
        );
        return (score, determinant);
    }

    /// <summary>Log evidence of the members, and of one more (<paramref name="added"/>) when it is not -1.</summary>
    private double Score(int[] members, double logDeterminant, double residual, int added, double pivot)
    {
        var variance = Math.Max(residual, 1e-300) / _degrees;
        var score =
            _logSize[members.Length + (added < 0 ? 0 : 1)]
            - 0.5 * logDeterminant
            - 0.5 * _degrees * Math.Log(Math.Max(residual, 1e-300));
        var step = added < 0 ? 0 : _at[added, _y] / pivot;
        if (added >= 0)
            score += _logWeight[added] + Moment(step, 1 / pivot, variance);
        foreach (var k in members)
        {
            var tie = added < 0 ? 0 : _at[k, added];
            score +=
                _logWeight[k]
                + Moment(_at[k, _y] - tie * step, -_at[k, k] + (added < 0 ? 0 : tie * tie / pivot), variance);
        }
        return score;
    }

    /// <summary>Log of E[b²] / (τ² σ²): what the prior that vanishes at 0 adds for one coefficient.</summary>
    private double Moment(double b, double unitVariance, double variance) =>
        Math.Log((b * b / variance + unitVariance) * _ridge);
}
