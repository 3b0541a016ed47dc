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
        StandardisedOutcome outcome,
        CandidateSet candidates,
        SearchResult found
    )
    {
        var p = Array.ConvertAll(found.Effects, e => TwoSided(e.B / e.Error, found.Degrees));
        var q = FalseDiscovery.BenjaminiHochberg(p);
        var selected = Select(candidates, found.Tally);
        var half = StudentT.InvCDF(0, 1, found.Degrees, Interval95.High);
        return [.. candidates.All.Select(One).Select((trigger, j) => selected[j] ? Selected(trigger) : trigger)];

        Trigger One(Candidate c, int j)
        {
            var factor = candidates.Factors[c.Factor];
            var unit = outcome.Unit * factor.ReportedPerSpread;
            var (mean, deviation) = EffectOf(j, found);
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
                found.Tally.FactorProbability(c.Factor),
                false,
                Strength.None,
                candidates.DaysCounted(c, outcome.Recorded)
            )
            {
                Kind = factor.Kind,
                PerOccurrence = factor.PerOccurrence,
                FactorSpread = factor.Spread,
            };
        }
    }

    private static Trigger Selected(Trigger trigger) =>
        trigger with
        {
            Selected = true,
            Strength = StrengthOf(trigger.FactorProbability),
            DelayStrength = StrengthOf(trigger.Probability),
        };

    /// <summary>Averaged over the models it is in; where it is in none, beside the best one.</summary>
    private static (double Mean, double Deviation) EffectOf(int candidate, SearchResult found)
    {
        var averaged = found.Tally.Effect(candidate);
        return double.IsInfinity(averaged.Deviation) ? found.Effects[candidate] : averaged;
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
            var own = candidates.DelaysOf(f);
            foreach (var j in own)
                selected[j] = tally.Probability(j) >= Reported;
            selected[own.MaxBy(tally.Probability)] = true;
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
