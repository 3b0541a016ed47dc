using Inomya.Content;
using Inomya.Journals;

namespace Inomya.Laboratory;

/// <summary>Laboratory results in words.</summary>
public static class LabText
{
    private const int Digits = 3;

    /// <summary>The test's name in the reader's language.</summary>
    public static string NameOf(this Words words, LabTest test) => words[$"lab.test.{test.Id}"];

    /// <summary>The name of a result's test; as the laboratory wrote it where the library does not know it.</summary>
    public static string NameOf(this Words words, LabTests tests, LabResult result) =>
        tests.Of(result) is { } test ? words.NameOf(test) : result.Test;

    /// <summary>"42 µg/L", "&lt; 0.5 mg/L", "negative".</summary>
    public static string Say(this Words words, LabResult result) =>
        result.IsPreliminary ? words["lab.preliminary", ("result", Plain(words, result))] : Plain(words, result);

    private static string Plain(Words words, LabResult result) =>
        result.Value is { } value
            ? $"{Sign(result.Comparator)}{Number(words, value)} {LabUnit.Show(result.Unit)}".TrimEnd()
            : result.Text ?? "";

    /// <summary>A value with as many digits as a laboratory gives.</summary>
    public static string Number(Words words, double value) => words.Number(value, Math.Abs(value) >= 100 ? 1 : Digits);

    /// <summary>"12 to 150 µg/L"; null where there is none.</summary>
    public static string? RangeOf(Words words, LabStanding standing, string? unit) =>
        (standing.Low is null, standing.High is null) switch
        {
            (false, false) => RangeOf(words, "lab.range.both", standing, unit),
            (false, true) => RangeOf(words, "lab.range.from", standing, unit),
            (true, false) => RangeOf(words, "lab.range.to", standing, unit),
            _ => null,
        };

    private static string RangeOf(Words words, string key, LabStanding standing, string? unit) =>
        words[
            key,
            ("low", standing.Low is { } low ? Number(words, low) : null),
            ("high", standing.High is { } high ? Number(words, high) : null),
            ("unit", LabUnit.Show(unit))
        ];

    /// <summary>One or two sentences: where the result stands, and in whose range.</summary>
    public static string Sentence(Words words, LabTests tests, LabResult result, LabStanding standing)
    {
        if (RangeOf(words, standing, result.Unit) is not { } range)
            return words["lab.no-range"];
        var told = $"{WhereOf(words, standing)} {WhoseOf(words, tests, standing, range)}";
        return standing.Library is not null && tests.Of(result) is { Note: true } noted
            ? $"{told} {words[$"lab.note.{noted.Id}"]}"
            : told;
    }

    private static string WhereOf(Words words, LabStanding standing)
    {
        var whose = standing.Library is null ? "lab" : "library";
        return words[$"lab.standing.{whose}.{standing.Standing.ToString().ToLowerInvariant()}"];
    }

    private static string WhoseOf(Words words, LabTests tests, LabStanding standing, string range) =>
        standing.Library is { } library
            ? words["lab.whose.library", ("range", range), ("source", tests.Sources[library.Source])]
            : words["lab.whose.lab", ("range", range)];

    /// <summary>What is told of a result on its card: that it is critical, that nobody can tell, or where it stands in its range.</summary>
    public static string OnCard(this LabReadings readings, Words words, LabResult result) =>
        readings.CriticalOf(result) is { } critical
            ? words[
                critical.FollowUp == FollowUp.DoneAgain ? "lab.critical.done-again" : "lab.critical.card",
                ("standing", Sentence(words, readings.Tests, result, readings.StandingOf(result)))
            ]
        : readings.CannotTell(result) ? words["lab.critical.no-unit"]
        : Sentence(words, readings.Tests, result, readings.StandingOf(result));

    private static string Sign(string? comparator) =>
        comparator is null
            ? ""
            : comparator.Replace("<=", "≤", StringComparison.Ordinal).Replace(">=", "≥", StringComparison.Ordinal)
                + " ";
}
