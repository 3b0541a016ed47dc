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
            parts.Select(p => (p.Mean, p.Error, Math.Exp(p.LogWeight - top) / total)).Where(p => p.Item3 > Negligible)
        );
        Mean = _parts.Sum(p => p.Weight * p.Mean) / _parts.Sum(p => p.Weight);
        if (_parts.Count > MostParts)
            _parts = Merged(_parts);
    }

    /// <summary>Parts of which a quantile is quick to find; of more, those that are alike become one.</summary>
    private const int MostParts = 60;

    /// <summary>
    /// Parts whose means differ by less than a tenth of the smallest error, and errors by less than a tenth, with their
    /// spread kept.
    /// </summary>
    private static List<(double Mean, double Error, double Weight)> Merged(
        List<(double Mean, double Error, double Weight)> parts
    )
    {
        const double Alike = 0.1;
        var width = Math.Max(Alike * parts.Min(p => p.Error), 1e-300);
        return
        [
            .. parts
                .GroupBy(p => (Math.Floor(p.Mean / width), Math.Floor(Math.Log(Math.Max(p.Error, 1e-300)) / Alike)))
                .Select(One),
        ];

        static (double, double, double) One(IEnumerable<(double Mean, double Error, double Weight)> alike)
        {
            var weight = alike.Sum(p => p.Weight);
            var mean = alike.Sum(p => p.Weight * p.Mean) / weight;
            var square = alike.Sum(p => p.Weight * (p.Error * p.Error + (p.Mean - mean) * (p.Mean - mean)));
            return (mean, Math.Sqrt(square / weight), weight);
        }
    }

    private Mixture(List<(double, double, double)> parts, double degrees, double logEvidence)
    {
        (_parts, _degrees, LogEvidence) = (parts, degrees, logEvidence);
        Mean = _parts.Sum(p => p.Weight * p.Mean) / _parts.Sum(p => p.Weight);
    }

    /// <summary>
    /// One mixture of several, each weighted by its evidence; degrees of freedom are those of the first.
    /// </summary>
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
