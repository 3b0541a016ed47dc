using Inomya.Journals;
using Inomya.Vocabulary;

namespace Inomya.Conditions;

/// <summary>Reads laboratory results: which test one is, and on which side of the laboratory's own range it lies.</summary>
internal static class LabReading
{
    /// <summary>Is this a result of the test? A known code decides; without one, the name does.</summary>
    public static bool IsOf(this ConditionTest test, LabResult result) =>
        result.Loinc is { Length: > 0 } code && test.Loinc.Count > 0 && test.Loinc.Contains(code) || (result.Loinc is null or "" && test.IsNamedIn(result.Test));

    /// <summary>Does a text name the test?</summary>
    public static bool IsNamedIn(this ConditionTest test, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return false;
        var words = PlainWords.Of(text);
        return !test.Not.Any(n => PlainWords.Contain(words, PlainWords.Of(n))) && test.Names.Any(n => PlainWords.Contain(words, PlainWords.Of(n)));
    }

    /// <summary>Does the result lie there? Without a range of the laboratory or words for it, nothing can be told, so no.</summary>
    /// <remarks>"&lt;5" lies below 5 and says nothing about above; "&gt;100" the other way round.</remarks>
    public static bool Lies(LabResult result, LabSide side, LookAlikes content) => side switch
    {
        LabSide.High => IsAbove(result),
        LabSide.Low => result is { Value: { } value, RangeLow: { } low, Comparator: not (">" or ">=") } && value < low,
        _ => IsAbove(result) || IsPositive(result.Text, content),
    };

    private static bool IsAbove(LabResult result) => result is { Value: { } value, RangeHigh: { } high, Comparator: not ("<" or "<=") } && value > high;

    private static bool IsPositive(string? text, LookAlikes content)
    {
        if (string.IsNullOrWhiteSpace(text)) return false;
        var words = PlainWords.Of(text);
        bool Has(IReadOnlyList<string> some) => some.Any(w => PlainWords.Contain(words, PlainWords.Of(w)));
        return !Has(content.NegativeWords) && Has(content.PositiveWords);
    }
}
