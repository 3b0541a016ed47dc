using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace Inomya.Analysis;

/// <summary>A weighted mixture of t distributions with one number of degrees of freedom.</summary>
internal sealed class Mixture
{
    /// <summary>
    /// Weight of a part that is left out; thousands of such parts still weigh less than one in a hundred.
    /// </summary>
    private const double Negligible = 1e-6;

    /// <summary>Parts of which a quantile is quick to find; of more, those that are alike become one.</summary>
    private const int MostParts = 60;

    /// <summary>Errors from a part's mean between which every quantile asked for lies, however heavy the tails. Ours.</summary>
    private const double FarthestErrors = 40;

    /// <summary>Of the search for a quantile; a bound against one without end.</summary>
    private const int MostSteps = 100;

    private readonly record struct Part(double Mean, double Error, double Weight);

    private readonly List<Part> _parts = [];
    private readonly double _degrees;

    public Mixture(IReadOnlyList<LevelModel.Part> parts, double degrees)
    {
        _degrees = degrees;
        var top = parts.Select(p => p.LogWeight).DefaultIfEmpty(double.NegativeInfinity).Max();
        if (double.IsNegativeInfinity(top))
            return;
        var weights = parts.Select(p => Math.Exp(p.LogWeight - top)).ToArray();
        LogEvidence = top + Math.Log(weights.Sum());
        _parts = Weighed(parts, weights);
        Mean = MeanOf(_parts);
        if (_parts.Count > MostParts)
            _parts = Merged(_parts);
    }

    /// <summary>Weights sum to 1 but for what is left out.</summary>
    private static List<Part> Weighed(IReadOnlyList<LevelModel.Part> parts, double[] weights)
    {
        var total = weights.Sum();
        var weighed = parts.Select((p, i) => new Part(p.Mean, p.Error, weights[i] / total));
        return [.. weighed.Where(p => p.Weight > Negligible)];
    }

    private Mixture(List<Part> parts, double degrees, double logEvidence)
    {
        (_parts, _degrees, LogEvidence) = (parts, degrees, logEvidence);
        Mean = MeanOf(parts);
    }

    private static double MeanOf(List<Part> parts) => parts.Sum(p => p.Weight * p.Mean) / parts.Sum(p => p.Weight);

    /// <summary>
    /// Parts whose means differ by less than a tenth of the smallest error, and errors by less than a tenth, with their
    /// spread kept.
    /// </summary>
    private static List<Part> Merged(List<Part> parts)
    {
        const double Alike = 0.1;
        var width = Math.Max(Alike * parts.Min(p => p.Error), Tiny.Least);
        return [.. parts.GroupBy(p => (Step(p.Mean / width), Step(LogError(p) / Alike))).Select(One)];

        static double Step(double position) => Math.Floor(position);

        static double LogError(Part part) => Math.Log(Math.Max(part.Error, Tiny.Least));

        static Part One(IEnumerable<Part> alike)
        {
            var weight = alike.Sum(p => p.Weight);
            var mean = alike.Sum(p => p.Weight * p.Mean) / weight;
            var square = alike.Sum(p => p.Weight * (p.Error * p.Error + (p.Mean - mean) * (p.Mean - mean)));
            return new Part(mean, Math.Sqrt(square / weight), weight);
        }
    }

    /// <summary>
    /// One mixture of several, each weighted by its evidence; degrees of freedom are those of the first.
    /// </summary>
    public static Mixture Of(IReadOnlyList<Mixture> mixtures)
    {
        var top = mixtures.Max(m => m.LogEvidence);
        if (double.IsNegativeInfinity(top))
            return mixtures[0];
        var logEvidence = top + Math.Log(mixtures.Sum(Share));
        return new Mixture([.. mixtures.SelectMany(Parts)], mixtures[0]._degrees, logEvidence);

        double Share(Mixture mixture) => Math.Exp(mixture.LogEvidence - top);

        IEnumerable<Part> Parts(Mixture mixture) =>
            mixture._parts.Select(p => p with { Weight = p.Weight * Share(mixture) });
    }

    /// <summary>Log of the summed weights.</summary>
    public double LogEvidence { get; } = double.NegativeInfinity;

    public bool IsFitted => !double.IsNaN(Mean);

    /// <summary>NaN when nothing could be fitted.</summary>
    public double Mean { get; } = double.NaN;

    /// <summary>Probability of a value of at most <paramref name="x"/>.</summary>
    public double Below(double x)
    {
        double below = 0,
            total = 0;
        foreach (var (mean, error, weight) in _parts)
        {
            below += weight * StudentT.CDF(mean, Math.Max(error, Tiny.Least), _degrees, x);
            total += weight;
        }
        return total > 0 ? below / total : double.NaN;
    }

    /// <summary>Two-sided p of 0; 1 when nothing could be fitted.</summary>
    public double TwoSided
    {
        get
        {
            var below = Below(0);
            return double.IsNaN(below) ? 1 : Math.Clamp(2 * Math.Min(below, 1 - below), 0, 1);
        }
    }

    /// <summary>The value with this probability below it; NaN when nothing could be fitted.</summary>
    public double Quantile(double probability)
    {
        if (_parts.Count == 0)
            return double.NaN;
        double low = _parts.Min(p => p.Mean - FarthestErrors * p.Error),
            high = _parts.Max(p => p.Mean + FarthestErrors * p.Error);
        if (!(high > low))
            return low;
        return Root(x => Below(x) - probability, low, high);
    }

    private static double Root(Func<double, double> of, double low, double high) =>
        Brent.TryFindRoot(of, low, high, Tiny.Rounding * (high - low), MostSteps, out var root) ? root : double.NaN;
}
