using System.Globalization;
using Inomya.Analysis;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Vocabulary;

namespace Inomya.Cli;

/// <summary>What the analysis says, as lines of text.</summary>
internal static class AnalysisText
{
    /// <param name="report">Null where the outcome is in no column: then there is nothing but what was declined.</param>
    public static void Write(AnalysisResult result, FindingReport? report, Words words, TextWriter to)
    {
        to.WriteLine(
            $"{result.Days} days, {result.Recorded} recorded, {result.Triggers.Count} pairs of factor and delay tested"
        );
        if (report is not null)
            foreach (var line in FindingsOf(report, words))
                to.WriteLine(line);
        if (result.Trend is { } trend)
            to.WriteLine(Line(trend));
        foreach (var point in result.ChangePoints)
            to.WriteLine(Line(point));
        foreach (var declined in result.Declined.Where(d => report is null || !FindingSentences.IsOpenTrigger(d)))
            to.WriteLine(Line(declined, words));
    }

    /// <summary>
    /// What was found, the strongest first; else what that means; then of what it cannot be told yet and what is ruled
    /// out: in the words of the pages.
    /// </summary>
    private static IEnumerable<string> FindingsOf(FindingReport report, Words words)
    {
        var sentences = new FindingSentences(words, report);
        if (report.DaysStillNeeded > 0)
            return [$"{words.Count("findings.not-yet", report.DaysStillNeeded)} {words["findings.not-yet.text"]}"];
        var found = report.Found.Select(t => t.Factor).ToHashSet();
        var lines = report
            .Result.Triggers.Where(t => t.Selected && found.Contains(t.Factor))
            .OrderByDescending(t => Math.Abs(t.Effect))
            .Select(t => Line(t, words))
            .ToList();
        if (lines.Count == 0)
            lines.Add($"{sentences.Nothing.Title} {sentences.Nothing.Text}");
        lines.AddRange(sentences.CannotTell.Select(open => $"{words["findings.open"]}: {open}"));
        if (report.NoDifference.Count > 0)
            lines.Add($"{sentences.NoDifference} {string.Join(", ", report.NoDifference.Select(sentences.NameOf))}");
        return lines;
    }

    private static string Line(Trigger t, Words words) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{t.Factor}, {t.Lag} days later: {t.Effect:+0.00;-0.00} ({t.Lo:0.00} to {t.Hi:0.00}), "
                + $"{words[$"strength.{AnalysisFiles.Key(t.Strength)}"]}, {t.DaysCounted} days"
        );

    private static string Line(TrendEstimate trend) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Change in 30 days: {trend.Per30Days:+0.00;-0.00} ({trend.Lo:0.00} to {trend.Hi:0.00}), "
                + $"{trend.DaysCounted} days"
        );

    private static string Line(Declined declined, Words words) =>
        $"Not told, {AnalysisFiles.WhatOf(declined, words)}: {AnalysisFiles.WhyOf(declined, words)}";

    private static string Line(ChangePoint point) =>
        FormattableString.Invariant(
            $"Lasting change of {point.Jump:+0.00;-0.00} around {Epoch.ToLocalDate(point.Day):uuuu-MM-dd}"
        );
}
