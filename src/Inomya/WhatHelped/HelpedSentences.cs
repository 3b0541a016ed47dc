using Inomya.Analysis;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Series;

namespace Inomya.WhatHelped;

/// <summary>Before and after in plain sentences.</summary>
public sealed class HelpedSentences(Words words)
{
    /// <summary>The engine's own level for what it calls sure.</summary>
    private const double SureOfWorse = 0.025;

    /// <summary>From here on a change that matters is likelier than a smaller one.</summary>
    private const double LikelyToMatter = 0.5;

    /// <summary>"probably better after it"; a change for the worse is called so.</summary>
    public string VerdictOf(TreatmentEffect? effect) =>
        effect switch
        {
            null => words["helped.verdict.cannot-tell"],
            { ProbabilityOfImprovement: <= SureOfWorse } => words["helped.verdict.worse"],
            _ => words[$"helped.verdict.{AnalysisFiles.Key(effect.Verdict)}"],
        };

    /// <summary>"Pain: probably better after it".</summary>
    public string On(BeforeAndAfter outcome) =>
        words["helped.on", ("measure", words.NameOf(outcome.Outcome)), ("verdict", VerdictOf(outcome.Effect))];

    /// <summary>How much, between what, from how many days; or why that cannot be told.</summary>
    public string Why(BeforeAndAfter outcome) =>
        outcome.Effect is { } effect
            ? words[
                "helped.effect",
                ("effect", WithSign(effect.Effect)),
                ("lo", WithSign(effect.Lo)),
                ("hi", WithSign(effect.Hi)),
                ("off", effect.DaysOff),
                ("days", effect.DaysOn)
            ]
            : words["helped.declined", ("measure", words.NameOf(outcome.Outcome)), ("why", WhyNot(outcome.Declined))];

    private string WhyNot(Declined? declined) =>
        declined is null ? words["declined.nothing-recorded"] : AnalysisFiles.WhyOf(declined, words);

    /// <summary>
    /// Why nothing is told of a change that lies wholly on the better side; null for any other. Either it may be less
    /// than what matters, or something else (a lasting change near its start, many treatments looked at, the order that
    /// chance drew) could have done it.
    /// </summary>
    public string? Doubt(BeforeAndAfter outcome) =>
        outcome.Effect is { Verdict: Verdict.CannotTell, ProbabilityOfImprovement: >= 1 - SureOfWorse } effect
            ? effect.ProbabilityOfImportantImprovement < LikelyToMatter
                ? words["helped.doubt.small", ("n", InTen(effect.ProbabilityOfImportantImprovement))]
                : words["helped.doubt.other"]
            : null;

    /// <summary>
    /// What the draw of the first day says by itself; null where it was chosen, and where too little is recorded around
    /// it.
    /// </summary>
    public string? Draw(BeforeAndAfter outcome) =>
        outcome.Effect?.StartDay is { } drawn
            ? words[
                $"helped.drawn.{KindOf(drawn)}",
                ("days", drawn.Days),
                ("n", (int)Math.Round(drawn.P * drawn.Days)),
                ("need", StartDraw.DaysToConvince)
            ]
            : null;

    private static string KindOf(StartDayResult drawn) =>
        drawn.Days < StartDraw.DaysToConvince ? "few"
        : drawn.StandsOut ? "stands-out"
        : "open";

    /// <summary>Rounded up, for what is "at most" so much.</summary>
    private static int InTen(double probability) => (int)Math.Max(1, Math.Ceiling(10 * probability));

    /// <summary>"+1.2", "-0.4": a change in points.</summary>
    public string WithSign(double value) => (Math.Round(value, 1) > 0 ? "+" : "") + words.Number(value);
}
