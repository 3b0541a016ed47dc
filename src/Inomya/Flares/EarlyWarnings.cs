using Inomya.Analysis;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Vocabulary;

namespace Inomya.Flares;

/// <summary>The early warning of one person: shown only where it beat the plain average on their own past.</summary>
/// <param name="Days">Every day that was forecast from the days before it, up to the record's last.</param>
/// <param name="Next">The day after the record, which nobody knows yet; null when it is off.</param>
public sealed record EarlyWarnings(ForecastQuality Quality, IReadOnlyList<WarnedDay> Days, WarnedDay? Next)
{
    /// <summary>Null when the engine made no forecast; its reason is among the report's declined.</summary>
    public static EarlyWarnings? Of(FindingReport report, FlareRules rules)
    {
        if (report.Result.ForecastQuality is not { } quality || report.Roles.FlareThreshold is not { } threshold)
            return null;
        var days = DaysOf(report, threshold, rules);
        return new EarlyWarnings(
            quality,
            [.. days.Where(d => d.Day <= report.Last)],
            quality.SwitchedOn ? days.FirstOrDefault(d => d.Day > report.Last) : null
        );
    }

    private static List<WarnedDay> DaysOf(FindingReport report, double threshold, FlareRules rules)
    {
        return [.. report.Result.FlareForecast.Select(f => DayOf(f.Day, f.P))];

        WarnedDay DayOf(int day, double chance)
        {
            var row = day - report.First.ToEpochDay();
            var value = row < report.Outcome.Values.Length ? report.Outcome.Values[row] : double.NaN;
            return new WarnedDay(Epoch.ToLocalDate(day), chance, chance >= rules.WarnFrom, Came(value));
        }

        bool? Came(double value) =>
            double.IsNaN(value) ? null
            : report.Roles.HigherIsWorse ? value >= threshold
            : value <= threshold;
    }

    /// <summary>
    /// Why there is no warning; null when there is one. "No better" only where it was tried and was no better.
    /// </summary>
    public static string? WhyOff(FindingReport report, Words words) =>
        report.Result.ForecastQuality is { SwitchedOn: true }
            ? null
            : WhyOff(
                report.Result.Declined.FirstOrDefault(d => d.What is Analysed.Forecast or Analysed.Outcome),
                words
            );

    private static string WhyOff(Declined? declined, Words words) =>
        declined switch
        {
            { Reason: DeclineReason.NoBetterThanBaseRate } => words["warning.off.text"],
            { Reason: DeclineReason.CannotTellYet } => words["warning.off.open"],
            null => "",
            _ => words["warning.off.why", ("why", AnalysisFiles.WhyOf(declined, words))],
        };

    public bool IsOn => Quality.SwitchedOn;

    /// <summary>Recorded days that were warned of or not, on which a flare day came or not.</summary>
    public int Count(bool warned, bool came) => Days.Count(d => d.Warned == warned && d.Came == came);
}
