using Inomya.Content;
using Inomya.Journals;
using Inomya.Laboratory;

namespace Inomya.Web.Laboratory;

/// <summary>Laboratory results in words.</summary>
internal static class LabText
{
    private const int Digits = 3;

    public static string NameOf(this Words words, LabTest test) => words[$"lab.test.{test.Id}"];

    public static string NameOf(this Words words, LabTests tests, LabResult result) =>
        tests.Of(result) is { } test ? words.NameOf(test) : result.Test;

    /// <summary>"42 µg/L", "&lt; 0.5 mg/L", "negative".</summary>
    public static string Say(this Words words, LabResult result) =>
        result.Value is { } value
            ? $"{Sign(result.Comparator)}{Number(words, value)} {LabUnit.Show(result.Unit)}".TrimEnd()
            : result.Text ?? "";

    public static string Number(Words words, double value) => words.Number(value, Math.Abs(value) >= 100 ? 1 : Digits);

    /// <summary>"12 to 150 µg/L"; null where there is none.</summary>
    public static string? RangeOf(Words words, LabStanding standing, string? unit) =>
        (standing.Low, standing.High) switch
        {
            ({ } low, { } high) => words[
                "lab.range.both",
                ("low", Number(words, low)),
                ("high", Number(words, high)),
                ("unit", LabUnit.Show(unit))
            ],
            ({ } low, null) => words["lab.range.from", ("low", Number(words, low)), ("unit", LabUnit.Show(unit))],
            (null, { } high) => words["lab.range.to", ("high", Number(words, high)), ("unit", LabUnit.Show(unit))],
            _ => null,
        };

    /// <summary>One or two sentences: where the result stands, and in whose range.</summary>
    public static string Sentence(Words words, LabTests tests, LabResult result, LabStanding standing)
    {
        if (RangeOf(words, standing, result.Unit) is not { } range)
            return words["lab.no-range"];
        var where = words[
            $"lab.standing.{(standing.Library is null ? "lab" : "library")}.{standing.Standing.ToString().ToLowerInvariant()}"
        ];
        if (standing.Library is not { } library)
            return $"{where} {words["lab.whose.lab", ("range", range)]}";
        var whose = words["lab.whose.library", ("range", range), ("source", tests.Sources[library.Source])];
        return tests.Of(result) is { Note: true } noted
            ? $"{where} {whose} {words[$"lab.note.{noted.Id}"]}"
            : $"{where} {whose}";
    }

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
