using MathNet.Numerics.Distributions;

namespace Inomya.Analysis;

/// <summary>Which factors move the outcome, after how many days, and by how much.</summary>
internal static class TriggerAnalysis
{
    /// <summary>
    /// A factor is reported when it is this probable; see docs/methods/triggers.md for what that costs.
    /// </summary>
    private const double Reported = 0.55;
    private const double LikelyFrom = 0.85;
    private const double ClearFrom = 0.97;

    public static IReadOnlyList<Trigger> Report(
        double[] outcome,
        double spread,
        CandidateSet candidates,
        SearchResult found
    )
    {
        var p = Array.ConvertAll(found.Effects, e => TwoSided(e.B / e.Error, found.Degrees));
        var q = FalseDiscovery.BenjaminiHochberg(p);
        var selected = Select(candidates, found.Tally);
        var half = StudentT.InvCDF(0, 1, found.Degrees, 0.975);
        return [.. candidates.All.Select((c, j) => One(c, j))];

        Trigger One(Candidate c, int j)
        {
            var factor = candidates.Factors[c.Factor];
            var unit = spread * factor.ReportedPerSpread;
            var (mean, deviation) = found.Tally.Effect(j);
            if (double.IsInfinity(deviation))
                (mean, deviation) = found.Effects[j];
            var probability = found.Tally.FactorProbability(c.Factor);
            return new Trigger(
                factor.Name,
                c.Lag,
                mean < 0 ? -1 : 1,
                mean * unit,
                (mean - half * deviation) * unit,
                (mean + half * deviation) * unit,
                p[j],
                q[j],
                found.Tally.Probability(j),
                probability,
                selected[j],
                selected[j] ? StrengthOf(probability) : Strength.None,
                candidates.DaysCounted(c, outcome)
            )
            {
                Kind = factor.Kind,
                DelayStrength = selected[j] ? StrengthOf(found.Tally.Probability(j)) : Strength.None,
                PerOccurrence = factor.PerOccurrence,
                FactorSpread = factor.Spread,
            };
        }
    }

    /// <summary>
    /// Of every probable factor its most probable delay, and any other delay that is probable by itself.
    /// </summary>
    private static bool[] Select(CandidateSet candidates, ModelTally tally)
    {
        var selected = new bool[candidates.All.Length];
        for (var f = 0; f < candidates.Factors.Count; f++)
        {
            if (tally.FactorProbability(f) < Reported)
                continue;
            var own = Enumerable.Range(0, candidates.All.Length).Where(j => candidates.All[j].Factor == f).ToList();
            selected[own.MaxBy(tally.Probability)] = true;
            foreach (var j in own.Where(j => tally.Probability(j) >= Reported))
                selected[j] = true;
        }
        return selected;
    }

    private static Strength StrengthOf(double probability) =>
        probability >= ClearFrom ? Strength.Clear
        : probability >= LikelyFrom ? Strength.Likely
        : Strength.Hint;

    private static double TwoSided(double t, double degrees) =>
        double.IsNaN(t) ? 1 : Math.Clamp(2 * StudentT.CDF(0, 1, degrees, -Math.Abs(t)), 0, 1);
}
