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
    /// <summary>Share of a column's square below which the others hold all of it. Ours: a correlation of 0.99995.</summary>
    private const double Collinear = 1e-4;

    /// <summary>Log score below the best from which a set is left out: 1 in 400. Ours.</summary>
    private const double TooUnlikely = 6;

    private readonly SweptGram _root;
    private readonly SweptGram _at;
    private readonly double[] _logWeight;
    private readonly double[] _logSize;
    private readonly double[] _square;
    private readonly double _ridge;
    private readonly double _degrees;

    /// <param name="root">Candidates, then the outcome, with the baseline swept in and dropped, without ridge.</param>
    /// <param name="logWeight">Shape (candidates). Prior log weight of each among its factor's delays.</param>
    /// <param name="logSize">Shape (largest set + 1). Prior log probability of one particular set of so many factors.</param>
    /// <param name="spread">τ of the prior.</param>
    /// <param name="degrees">Degrees of freedom of the error variance.</param>
    public ModelSearch(SweptGram root, double[] logWeight, double[] logSize, double spread, double degrees)
    {
        (_root, _logWeight, _logSize, _degrees) = (root, logWeight, logSize, degrees);
        _ridge = 1 / (spread * spread);
        _square = [.. Enumerable.Range(0, Y).Select(j => root[j, j])];
        for (var j = 0; j < Y; j++)
            root.AddRidge(j, _ridge);
        _at = new SweptGram(root.Size);
    }

    /// <summary>Position of the outcome; the candidates are before it.</summary>
    private int Y => _root.Size - 1;

    private int MostMembers => _logSize.Length - 1;

    /// <summary>A candidate that may come into a model, and what it would make of it.</summary>
    private readonly record struct Addition(int Candidate, double Score, double LogDeterminant)
    {
        public Model To(Model model) => new([.. model.Members, Candidate], Score, LogDeterminant);
    }

    /// <summary>The best set found by adding one at a time, and its log evidence.</summary>
    public Model Greedy()
    {
        var best = new Model([], 0, 0);
        best = best with { Score = Move(best) };
        while (best.Members.Length < MostMembers && BestAddition(best) is { } addition)
        {
            best = addition.To(best);
            Move(best);
        }
        return best;
    }

    /// <summary>Null when none makes it better.</summary>
    private Addition? BestAddition(Model model)
    {
        Addition? best = null;
        for (var j = 0; j < Y; j++)
            if (Add(model, j) is { } addition && addition.Score > (best?.Score ?? model.Score))
                best = addition;
        return best;
    }

    /// <summary>Adds every set worth its while to the tally, starting from a good one.</summary>
    public void Explore(Model start, int mostExpanded, ModelTally tally, CancellationToken stop)
    {
        var frontier = new Frontier(tally);
        frontier.Offer(start);
        for (var expanded = 0; expanded < mostExpanded && frontier.Next() is { } model; expanded++)
        {
            stop.ThrowIfCancellationRequested();
            Move(model);
            Estimate(model, tally);
            OfferNeighbours(model, frontier);
        }
    }

    /// <summary>Sets that were met and are to be walked on from, the best first.</summary>
    private sealed class Frontier(ModelTally tally)
    {
        private readonly PriorityQueue<Model, double> _queue = new();
        private readonly HashSet<ulong> _seen = [];

        /// <summary>A set this far below the best one may still have neighbours that matter.</summary>
        public double LeastOffered => tally.Best.Score - 2 * TooUnlikely;

        public void Offer(Model model)
        {
            if (!_seen.Add(model.Key()))
                return;
            tally.Add(model);
            if (model.Score > tally.Best.Score - TooUnlikely)
                _queue.Enqueue(model, -model.Score);
        }

        /// <summary>Null when what is left is too unlikely.</summary>
        public Model? Next() =>
            _queue.TryDequeue(out var model, out _) && !(model.Score < tally.Best.Score - TooUnlikely) ? model : null;
    }

    private void OfferNeighbours(Model model, Frontier frontier)
    {
        OfferAdditions(model, -1, frontier);
        foreach (var k in model.Members)
        {
            _at.Toggle(k);
            var without = Without(model, k);
            frontier.Offer(without);
            OfferAdditions(without, k, frontier);
            _at.Toggle(k);
        }
    }

    private void OfferAdditions(Model model, int except, Frontier frontier)
    {
        if (model.Members.Length >= MostMembers)
            return;
        for (var j = 0; j < Y; j++)
            if (j != except && Add(model, j) is { } addition && addition.Score > frontier.LeastOffered)
                frontier.Offer(addition.To(model));
    }

    /// <summary>Every candidate's effect given the model's other members, without shrinkage: (b, standard error).</summary>
    public (double B, double Error)[] Effects(Model model, double degrees)
    {
        Move(model);
        return [.. Enumerable.Range(0, Y).Select(j => Effect(j, model.Members.Contains(j), degrees))];
    }

    private (double B, double Error) Effect(int j, bool inside, double degrees)
    {
        var (pivot, cross, left) = inside ? WithoutMember(j) : AsItIs(j);
        var square = pivot - _ridge;
        if (square < Collinear * _square[j] + Tiny.Rounding)
            return (0, double.PositiveInfinity);
        var residual = Math.Max(left - cross * cross / square, Tiny.ExactFit * left);
        return (cross / square, Math.Sqrt(residual / degrees / square));
    }

    private (double Pivot, double Cross, double Left) AsItIs(int j) => (_at[j, j], _at[j, Y], _at[Y, Y]);

    /// <summary>A member's square and cross product and the residual, as they were had it not come in.</summary>
    private (double Pivot, double Cross, double Left) WithoutMember(int j)
    {
        var pivot = -1 / _at[j, j];
        var cross = _at[j, Y] * pivot;
        return (pivot, cross, _at[Y, Y] + cross * cross / pivot);
    }

    private void Estimate(Model model, ModelTally tally)
    {
        for (var j = 0; j < Y; j++)
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
        return Score(model.Members, model.LogDeterminant);
    }

    /// <summary>The set without a member that has just been swept out.</summary>
    private Model Without(Model model, int k)
    {
        var members = Array.FindAll(model.Members, m => m != k);
        var determinant = model.LogDeterminant - Math.Log(_at[k, k] / _ridge);
        return new Model(members, Score(members, determinant), determinant);
    }

    /// <summary>Null when it is in already, or the members span it.</summary>
    private Addition? Add(Model model, int j)
    {
        var pivot = _at[j, j];
        if (model.Members.Contains(j) || pivot - _ridge < Collinear * _square[j] + Tiny.Rounding)
            return null;
        var determinant = model.LogDeterminant + Math.Log(pivot / _ridge);
        return new Addition(j, ScoreWith(j, model.Members, determinant), determinant);
    }

    /// <summary>Log evidence of the members, which are swept in.</summary>
    private double Score(int[] members, double logDeterminant)
    {
        var residual = _at[Y, Y];
        var score = ScoreOfFit(members.Length, logDeterminant, residual);
        foreach (var k in members)
            score += _logWeight[k] + Moment(_at[k, Y], -_at[k, k], Variance(residual));
        return score;
    }

    /// <summary>Log evidence of the members, which are swept in, and of one more, which is not.</summary>
    private double ScoreWith(int added, int[] members, double logDeterminant)
    {
        double pivot = _at[added, added],
            cross = _at[added, Y],
            step = cross / pivot,
            residual = _at[Y, Y] - cross * cross / pivot;
        var score = ScoreOfFit(members.Length + 1, logDeterminant, residual);
        score += _logWeight[added] + Moment(step, 1 / pivot, Variance(residual));
        foreach (var k in members)
            score += _logWeight[k] + MomentOf(k);
        return score;

        double MomentOf(int member)
        {
            var tie = _at[member, added];
            return Moment(_at[member, Y] - tie * step, -_at[member, member] + tie * tie / pivot, Variance(residual));
        }
    }

    private double ScoreOfFit(int members, double logDeterminant, double residual) =>
        _logSize[members] - 0.5 * logDeterminant - 0.5 * _degrees * Math.Log(Math.Max(residual, Tiny.Least));

    private double Variance(double residual) => Math.Max(residual, Tiny.Least) / _degrees;

    /// <summary>Log of E[b²] / (τ² σ²): what the prior that vanishes at 0 adds for one coefficient.</summary>
    private double Moment(double b, double unitVariance, double variance) =>
        Math.Log((b * b / variance + unitVariance) * _ridge);
}
