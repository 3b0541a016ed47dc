namespace Inomya.Analysis;

/// <summary>Sums over the models visited: how probable each candidate is, and its effect.</summary>
internal sealed class ModelTally(CandidateSet candidates, int[] tested, double reference)
{
    /// <summary>Log of the largest weight: the exponential of 709 is the last that is a number, and weights are summed.</summary>
    private const double MostLog = 500;

    private readonly double[] _inside = new double[tested.Length];
    private readonly double[] _factorInside = new double[candidates.Factors.Count];
    private readonly double[] _weight = new double[tested.Length];
    private readonly double[] _sum = new double[tested.Length];
    private readonly double[] _sumSquares = new double[tested.Length];
    private readonly Dictionary<int, int> _place = tested
        .Select((candidate, place) => (candidate, place))
        .ToDictionary(t => t.candidate, t => t.place);
    private double _total;

    /// <summary>Added to every score of the models offered next: the log evidence of what they share.</summary>
    public double Offset { get; set; }

    /// <summary>The best model offered since <see cref="Restart"/>.</summary>
    public Model Best { get; private set; } = new([], double.NegativeInfinity, 0);

    public void Restart(double offset) => (Offset, Best) = (offset, new Model([], double.NegativeInfinity, 0));

    public void Add(Model model)
    {
        if (model.Score > Best.Score)
            Best = model;
        var weight = WeightOf(model);
        _total += weight;
        foreach (var member in model.Members)
            _inside[member] += weight;
        foreach (var factor in model.Members.Select(FactorOf).Distinct())
            _factorInside[factor] += weight;
    }

    private int FactorOf(int member) => candidates.All[tested[member]].Factor;

    public void AddEstimate(Model model, int j, double b, double error)
    {
        if (double.IsInfinity(error))
            return;
        var weight = WeightOf(model);
        _weight[j] += weight;
        _sum[j] += weight * b;
        _sumSquares[j] += weight * (b * b + error * error);
    }

    /// <summary>Of a candidate among all; 0 for one that was screened out.</summary>
    public double Probability(int candidate) =>
        _total > 0 && _place.TryGetValue(candidate, out var j) ? _inside[j] / _total : 0;

    public double FactorProbability(int factor) => _total > 0 ? _factorInside[factor] / _total : 0;

    /// <summary>Mean and standard deviation of the effect, given that there is one; infinite deviation when the data say nothing.</summary>
    public (double Mean, double Deviation) Effect(int candidate)
    {
        if (!_place.TryGetValue(candidate, out var j) || !(_weight[j] > 0))
            return (0, double.PositiveInfinity);
        var mean = _sum[j] / _weight[j];
        return (mean, Math.Sqrt(Math.Max(_sumSquares[j] / _weight[j] - mean * mean, 0)));
    }

    private double WeightOf(Model model) => Math.Exp(Math.Min(model.Score + Offset - reference, MostLog));
}
