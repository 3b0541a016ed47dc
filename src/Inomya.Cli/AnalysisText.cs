using System.Globalization;
using Inomya.Analysis;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Vocabulary;

namespace Inomya.Cli;

/// <summary>What the analysis says, as lines of text.</summary>
internal static class AnalysisText
{
    public static void Write(AnalysisResult result, Words words, TextWriter to)
    {
        to.WriteLine(
            $"{result.Days} days, {result.Recorded} recorded, {result.Triggers.Count} pairs of factor and delay tested"
        );
        WriteTriggers(result, words, to);
        if (result.Trend is { } trend)
            to.WriteLine(Line(trend));
        foreach (var point in result.ChangePoints)
            to.WriteLine(Line(point));
        foreach (var declined in result.Declined)
            to.WriteLine(Line(declined, words));
    }

    /// <summary>The strongest first.</summary>
    private static void WriteTriggers(AnalysisResult result, Words words, TextWriter to)
    {
        var selected = result.Triggers.Where(t => t.Selected).OrderByDescending(t => Math.Abs(t.Effect)).ToList();
        foreach (var trigger in selected)
            to.WriteLine(Line(trigger, words));
        if (selected.Count == 0)
            to.WriteLine("Nothing found.");
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
