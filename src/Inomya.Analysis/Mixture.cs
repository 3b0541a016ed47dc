using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace Inomya.Analysis;

/// <summary>A weighted mixture of t distributions with one number of degrees of freedom.</summary>
internal sealed class Mixture
{
    private readonly List<(double Mean, double Error, double Weight)> _parts = [];
    private readonly double _degrees;

    public Mixture(IReadOnlyList<LevelModel.Part> parts, double degrees)
    {
        _degrees = degrees;
        var top = parts.Count == 0 ? double.NegativeInfinity : parts.Max(p => p.LogWeight);
        if (double.IsNegativeInfinity(top))
            return;
        var total = parts.Sum(p => Math.Exp(p.LogWeight - top));
        LogEvidence = top + Math.Log(total);
        _parts.AddRange(
            parts.Select(p => (p.Mean, p.Error, Math.Exp(p.LogWeight - top) / total)).Where(p => p.Item3 > 1e-4)
        );
        Mean = _parts.Sum(p => p.Weight * p.Mean) / _parts.Sum(p => p.Weight);
    }

    private Mixture(List<(double, double, double)> parts, double degrees, double logEvidence)
    {
        (_parts, _degrees, LogEvidence) = (parts, degrees, logEvidence);
        Mean = _parts.Sum(p => p.Weight * p.Mean) / _parts.Sum(p => p.Weight);
    }

    /// <summary>One mixture of several, each weighted by its evidence; degrees of freedom are those of the first.</summary>
    public static Mixture Of(IReadOnlyList<Mixture> mixtures)
    {
        var top = mixtures.Max(m => m.LogEvidence);
        if (double.IsNegativeInfinity(top))
            return mixtures[0];
        var parts = mixtures
            .SelectMany(m => m._parts.Select(p => (p.Mean, p.Error, p.Weight * Math.Exp(m.LogEvidence - top))))
            .ToList();
        return new Mixture(
            parts,
            mixtures[0]._degrees,
            top + Math.Log(mixtures.Sum(m => Math.Exp(m.LogEvidence - top)))
        );
    }

    /// <summary>Log of the summed weights.</summary>
    public double LogEvidence { get; } = double.NegativeInfinity;

    /// <summary>NaN when nothing could be fitted.</summary>
    public double Mean { get; } = double.NaN;

    /// <summary>Probability of a value of at most <paramref name="x"/>.</summary>
    public double Below(double x)
    {
        double below = 0,
            total = 0;
        foreach (var (mean, error, weight) in _parts)
        {
            below += weight * StudentT.CDF(mean, Math.Max(error, 1e-300), _degrees, x);
            total += weight;
        }
        return total > 0 ? below / total : double.NaN;
    }

    /// <summary>The value with this probability below it; NaN when nothing could be fitted.</summary>
    public double Quantile(double probability)
    {
        if (_parts.Count == 0)
            return double.NaN;
        double low = _parts.Min(p => p.Mean - 40 * p.Error),
            high = _parts.Max(p => p.Mean + 40 * p.Error);
        if (!(high > low))
            return low;
        return Brent.TryFindRoot(x => Below(x) - probability, low, high, 1e-9 * (high - low), 100, out var root)
            ? root
            : double.NaN;
    }
}
