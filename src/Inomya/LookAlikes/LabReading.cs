using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Vocabulary;

namespace Inomya.LookAlikes;

/// <summary>Reads laboratory results: which test one is, and where it lies.</summary>
internal static class LabReading
{
    /// <summary>
    /// Is this a result of the test? What content/laboratory knows decides; then a code; without one, the name.
    /// </summary>
    public static bool IsOf(this LookAlikeCatalogue content, ConditionTest test, LabResult result) =>
        content.Laboratory.Of(result) is { } known ? test.Labs.Contains(known.Id)
        : result.Loinc is { Length: > 0 } code ? test.Loinc.Contains(code)
        : test.IsNamedIn(result.Test);

    /// <summary>Does a text name the test?</summary>
    public static bool IsNamedIn(this ConditionTest test, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return false;
        var words = PlainWords.Of(text);
        return !test.Not.Any(n => PlainWords.Contain(words, PlainWords.Of(n)))
            && test.Names.Any(n => PlainWords.Contain(words, PlainWords.Of(n)));
    }

    /// <summary>
    /// Does the result lie where the clue says? Without a range, or with a unit nobody knows, nothing can be told, so
    /// no.
    /// </summary>
    public static bool Lies(this LookAlikeCatalogue content, LabResult result, Clue clue, Person person)
    {
        var test = content.Laboratory.Of(result);
        return clue.AtMost is { } most
            ? IsAtMost(most, clue.Unit, result, test)
            : content.LiesOnSide(result, test, clue, person);
    }

    private static bool LiesOnSide(
        this LookAlikeCatalogue content,
        LabResult result,
        LabTest? test,
        Clue clue,
        Person person
    )
    {
        var standing = LabStanding.Of(result, test, person.Sex, LabStanding.AgeAt(person, result));
        return clue.Side switch
        {
            LabSide.High => standing.Standing == RangeStanding.Above && IsHighEnough(result, standing, clue.Times),
            LabSide.Low => standing.Standing == RangeStanding.Below,
            _ => standing.Standing == RangeStanding.Above || content.IsPositive(result.Text),
        };
    }

    /// <summary>"Less than 5" is at most 5; "more than 5" may be anything above.</summary>
    private static bool IsAtMost(double most, string? unit, LabResult result, LabTest? test) =>
        result is { Value: { } value, Comparator: null or "<" or "<=" }
        && test?.Convert(value, result.Unit, unit) <= most;

    private static bool IsHighEnough(LabResult result, LabStanding standing, double? times) =>
        times is null || result.Value >= times * standing.High;

    private static bool IsPositive(this LookAlikeCatalogue content, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return false;
        var words = PlainWords.Of(text);
        bool Has(IReadOnlyList<string> some) => some.Any(w => PlainWords.Contain(words, PlainWords.Of(w)));
        return !Has(content.NegativeWords) && Has(content.PositiveWords);
    }
}
