namespace Inomya.Questionnaires;

/// <summary>The few sums that many rules share.</summary>
/// <remarks>
/// Yes, no and unknown combine as <c>&amp;</c> and <c>|</c> of <c>bool?</c> do: no and unknown is no, yes or unknown is
/// yes.
/// </remarks>
internal static class Sums
{
    /// <summary>Digits kept before a number is compared with a threshold, so that 10 · 0.3 is 3.</summary>
    private const int Digits = 9;

    public static double Tidy(double value) => Math.Round(value, Digits);

    /// <summary>1 and a half becomes 2.</summary>
    public static double HalfUp(double value) => Math.Floor(Tidy(value) + 0.5);

    /// <summary>The sum; null when one of them was not answered, or there is none.</summary>
    public static double? IfAll(IReadOnlyCollection<double?> values) =>
        values.Count == 0 || values.Any(v => v is null) ? null : values.Sum();

    /// <summary>How many are yes; null when one of them was not answered.</summary>
    public static double? CountIfAll(IReadOnlyCollection<bool?> values) =>
        values.Any(v => v is null) ? null : values.Count(v => v == true);

    /// <summary>
    /// At least so many are yes: decided as soon as the unanswered ones cannot change it, otherwise null.
    /// </summary>
    public static bool? AtLeast(double least, IReadOnlyCollection<bool?> values)
    {
        var yes = values.Count(v => v == true);
        if (yes >= least)
            return true;
        return yes + values.Count(v => v is null) < least ? false : null;
    }

    /// <summary>Is it so much? Null when it is not known.</summary>
    public static bool? Reaches(double? value, double least) => value is null ? null : value >= least;

    /// <summary>Yes to all of these items.</summary>
    public static bool? AllOf(this Answers answers, params IEnumerable<string> items) =>
        items.Select(answers.YesNo).Aggregate((all, one) => all & one);

    public static double?[] Numbers(this Answers answers, IEnumerable<string> items) =>
        [.. items.Select(answers.Number)];

    public static bool?[] YesNos(this Answers answers, IEnumerable<string> items) => [.. items.Select(answers.YesNo)];

    /// <summary>PREFIX1 to PREFIXn.</summary>
    public static IEnumerable<string> Items(string prefix, int n) => Enumerable.Range(1, n).Select(i => $"{prefix}{i}");

    /// <summary>
    /// "criteria-met", "criteria-not-met", or "indeterminate" when an answer that decides is missing.
    /// </summary>
    public static string Criteria(bool? met) =>
        met switch
        {
            true => "criteria-met",
            false => "criteria-not-met",
            null => "indeterminate",
        };

    public const string NotScorable = "not-scorable";
}
