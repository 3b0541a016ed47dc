using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Content;
using NodaTime;

namespace Inomya.Programmes;

/// <summary>What is wrong with one step of a programme, as far as a machine can tell.</summary>
internal sealed partial class StepCheck(
    NeverSay never,
    IReadOnlySet<string> tools,
    IReadOnlySet<string> gates,
    LocalDate today
)
{
    /// <summary>Reading grade of the whole of an English step.</summary>
    public const double MostGrade = 7.0;

    /// <summary>A review holds for two years at the most.</summary>
    private const int MostMonths = 24;

    /// <summary>Fewest and most words of each form; a language with more small words may have a third more.</summary>
    private static readonly (int Fewest, int Most) UsualWords = (180, 480),
        ShortWords = (40, 100),
        ListenWords = (80, 180);

    private const double RoomForOtherLanguages = 1.34;

    /// <summary>Headings of the one thing to do, with which the usual form ends.</summary>
    private static readonly string[] TryIt = ["Try it", "Pruébalo"];

    /// <summary>Each problem with the file it is in.</summary>
    public IEnumerable<string> ProblemsOf(ProgrammeStep step) =>
        Sourced(step)
            .Concat(Lengths(step))
            .Concat(Reviewed(step))
            .Concat(Named(step))
            .Concat(Said(step))
            .Select(why => $"{step.File}: {why}");

    private static IEnumerable<string> Sourced(ProgrammeStep step)
    {
        if (step.Sources.Count == 0)
            yield return "it has no source that was seen and does not say that it is our rule";
        if (HeadingsOf(step.Html) is not [.., var last] || !TryIt.Contains(last))
            yield return $"the usual form does not end with \"{string.Join("\" or \"", TryIt)}\"";
    }

    private static IEnumerable<string> Lengths(ProgrammeStep step)
    {
        var usual = StepWords.ProseOf(step.Html);
        var small = StepWords.ProseOf(step.ShortHtml);
        var spoken = StepWords.ProseOf(step.Listen);
        if (
            step.Language == Words.Fallback
            && ReadingGrade.Of($"{usual} {small} {spoken}") is > MostGrade and var grade
        )
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"its reading grade is {grade:0.0}, at most {MostGrade:0.0}"
            );
        foreach (
            var (name, text, limits) in new[]
            {
                ("usual", usual, UsualWords),
                ("short", small, ShortWords),
                ("listen", spoken, ListenWords),
            }
        )
            if (IsOutside(StepWords.CountOf(text), limits, step.Language))
                yield return $"the {name} form has {StepWords.CountOf(text)} words, {limits.Fewest} to {limits.Most} are right";
    }

    private static bool IsOutside(int words, (int Fewest, int Most) limits, string language) =>
        words < limits.Fewest || words > limits.Most * (language == Words.Fallback ? 1 : RoomForOtherLanguages);

    private IEnumerable<string> Reviewed(ProgrammeStep step)
    {
        if (step.Reviewed.By is null)
            yield break; // shown as not reviewed yet
        var (on, until) = (Review.DayOf(step.Reviewed.On), Review.DayOf(step.Reviewed.Expires));
        if (on is null || until is null)
            yield return "it was reviewed, and does not say on which day and until when";
        else if (until > on.Value.PlusMonths(MostMonths))
            yield return $"its review holds for more than {MostMonths} months";
        else if (until < today)
            yield return $"its review expired on {until:uuuu-MM-dd}";
    }

    private IEnumerable<string> Named(ProgrammeStep step) =>
        step
            .Tools.Where(t => !tools.Contains(t))
            .Select(t => $"'{t}' is no tool of guide/tools.yaml")
            .Concat(step.Gates.Where(g => !gates.Contains(g)).Select(g => $"'{g}' is no gate"));

    private IEnumerable<string> Said(ProgrammeStep step) =>
        never
            .FoundIn($"{step.Title}. {step.Summary} {step.Text} {StepWords.ProseOf(step.Listen)}", step.Language)
            .Select(f => $"it says \"{f.Words}\" ({f.Promise})");

    private static List<string> HeadingsOf(string html) => [.. Heading().Matches(html).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("<h2[^>]*>(.*?)</h2>")]
    private static partial Regex Heading();
}
