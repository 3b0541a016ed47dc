using NodaTime;

namespace Inomya.Medicines;

/// <summary>One entry of a list of what a person takes, as they wrote it.</summary>
/// <remarks>"Not given" is null, never 0 or "".</remarks>
public sealed record Medicine
{
    /// <summary>The name as written: generic, brand, supplement, alcohol.</summary>
    public required string Name { get; init; }

    /// <summary>Its place in the list, counted from 1.</summary>
    public int Entry { get; init; } = 1;

    /// <summary>The product or form, where it says more than the name.</summary>
    public string? Product { get; init; }

    /// <summary>How it is taken: "oral", "sublingual", "topical", …</summary>
    public string? Route { get; init; }

    /// <summary>One dose.</summary>
    public Amount? Dose { get; init; }

    /// <summary>How often on a day on which it is taken; for as-needed medicine the most in a day.</summary>
    public double? TimesPerDay { get; init; }

    /// <summary>
    /// Days from one on which it is taken to the next, on average: 1 is every day, 7 once a week. Null when not told.
    /// </summary>
    public double? EveryDays { get; init; }

    /// <summary>It is said how often it is taken, and not only "when needed".</summary>
    public bool IsOften => !AsNeeded && (TimesPerDay is not null || EveryDays is not null);

    /// <summary>Doses on a day on which it is taken; one where it is not told.</summary>
    public double OnItsDays => Math.Max(1, TimesPerDay ?? 1);

    /// <summary>Days from one day on which it is taken to the next; every day where it is not told.</summary>
    public double DaysApart => (EveryDays ?? 1) / Math.Min(1, TimesPerDay ?? 1);

    public bool AsNeeded { get; init; }

    public LocalDate? Since { get; init; }

    /// <summary>The last day, where it is past; washout times count from it.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>What it is taken for, in the person's words.</summary>
    public string? For { get; init; }
}
