using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Sleep;
using NodaTime;

namespace Inomya.Web.Sleep;

/// <summary>Nights and windows in words.</summary>
public static class SleepWords
{
    /// <summary>"6 h 30 min", "35 min"; whole minutes.</summary>
    public static string Span(this Words words, double minutes)
    {
        var whole = (int)Math.Round(minutes);
        if (whole < NodaConstants.MinutesPerHour)
            return words["sleep.span.minutes", ("min", whole)];
        return words[
            "sleep.span",
            ("h", whole / NodaConstants.MinutesPerHour),
            ("min", whole % NodaConstants.MinutesPerHour)
        ];
    }

    /// <summary>The same; "not recorded" for null.</summary>
    public static string SpanOrNot(this Words words, double? minutes) =>
        minutes is { } told ? words.Span(told) : words["common.not-recorded"];

    /// <summary>"78.4 %"; "not recorded" for null.</summary>
    public static string Percent(this Words words, double? percent) =>
        percent is { } told ? words["sleep.percent", ("value", words.Number(told))] : words["common.not-recorded"];

    /// <summary>"from 23:30 to 06:30 (7 h 0 min)".</summary>
    public static string SayWindow(this Words words, SleepWindow window) =>
        words[
            "sleep.window.hours",
            ("bed", words.Clock(window.Bed)),
            ("rise", words.Clock(window.Rise)),
            ("span", words.Span(window.Minutes))
        ];

    /// <summary>What was done to the window and why, with the numbers it was done from.</summary>
    public static string SayStep(this Words words, SleepWindow window, SleepRules rules) =>
        words[
            $"sleep.step.{AnalysisFiles.Key(window.Step)}",
            ("day", window.Day),
            ("window", words.SayWindow(window)),
            ("nights", window.Nights),
            ("of", window.OfNights),
            ("efficiency", words.Percent(window.Efficiency)),
            ("asleep", words.SpanOrNot(window.MinutesAsleep)),
            ("longer", rules.LongerFrom),
            ("shorter", rules.ShorterBelow)
        ];

    /// <summary>What the rules say today, with the numbers they say it from.</summary>
    public static string SayAdvice(this Words words, WindowReview review, SleepRules rules) =>
        words[
            $"sleep.advice.{AnalysisFiles.Key(review.Advice)}.text",
            ("nights", review.Basis.Counted),
            ("of", review.Basis.Days),
            ("efficiency", words.Percent(review.Basis.Efficiency)),
            ("asleep", words.SpanOrNot(review.Basis.Asleep)),
            ("slept", words.SpanOrNot(review.Slept)),
            ("in-bed", words.SpanOrNot(review.Basis.InBed)),
            ("longer", rules.LongerFrom),
            ("shorter", rules.ShorterBelow),
            ("below", rules.StartBelow),
            ("floor", words.Span(rules.Floor)),
            ("ceiling", words.Span(rules.Ceiling)),
            ("minutes", ChangeOf(review)),
            ("need", review.Now is null ? rules.DiaryNights : rules.ChangeNights),
            ("days", review.Advice == WindowAdvice.DiaryFirst ? rules.DiaryDays : rules.ChangeDays),
            ("outside", rules.OutsideBy),
            ("day", review.From)
        ];

    private static int ChangeOf(WindowReview review) =>
        review.Now is { } now && review.Minutes.TryGetValue(now.Way, out var minutes)
            ? Math.Abs(minutes - now.Minutes)
            : 0;
}
