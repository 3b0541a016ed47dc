namespace Inomya.Medicines;

/// <summary>Something taken only once in so many days, so that a daily dose would be an overdose.</summary>
/// <param name="Patch">Only as a patch.</param>
/// <param name="ExceptNames">Not under these names, and not when it is swallowed under them.</param>
/// <param name="From">Only in doses from this one on; null for any.</param>
/// <param name="UpTo">Only in doses up to this one; null for any.</param>
/// <param name="EveryDays">What is usual.</param>
/// <param name="LeastDays">An entry that comes oftener than once in so many days is told.</param>
/// <param name="Unsaid">How much it weighs when the list does not say how often.</param>
/// <param name="Harm">Last part of the locale key medicine-check.harm.HARM.</param>
public sealed record IntervalRule(
    string Id,
    string Substance,
    bool Patch,
    IReadOnlyList<string> ExceptNames,
    Amount? From,
    Amount? UpTo,
    int EveryDays,
    double LeastDays,
    Severity Severity,
    Severity Unsaid,
    string Harm,
    Basis Basis
) : IRule;
