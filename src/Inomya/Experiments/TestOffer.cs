using Inomya.Analysis;
using Inomya.Findings;
using Inomya.Series;

namespace Inomya.Experiments;

/// <summary>A finding that could be tested, with all that the plan of the test begins with.</summary>
/// <param name="Factor">What is tested.</param>
/// <param name="Outcome">Name of the column that the finding is about.</param>
/// <param name="Toward">"less" or "more": the way that would be better, by the finding.</param>
public sealed record TestOffer(DayColumn Factor, string Outcome, string Toward)
{
    /// <summary>Null for what cannot be tested by oneself.</summary>
    public static TestOffer? Of(FindingReport report, Trigger found, DesignRules rules) =>
        report.Series.Find(found.Factor) is { Measure: not null } factor && Candidate.Refuses(factor, rules) is null
            ? new TestOffer(
                factor,
                report.Outcome.Key.Name,
                // less of what goes with a worse outcome, more of what goes with a better one
                found.Effect > 0
                == report.Roles.HigherIsWorse
                    ? "less"
                    : "more"
            )
            : null;

    /// <summary>The query of the page on which a test is planned.</summary>
    public string Query =>
        $"factor={Uri.EscapeDataString(Factor.Key.Name)}&of={Uri.EscapeDataString(Outcome)}&toward={Toward}";
}
