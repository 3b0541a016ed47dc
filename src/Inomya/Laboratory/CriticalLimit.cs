using Inomya.Content;

namespace Inomya.Laboratory;

/// <summary>A published limit from which laboratories phone a result through. One of its kinds is given; the limit itself counts.</summary>
public sealed class CriticalLimit
{
    /// <summary>Id of the test.</summary>
    public string Test { get; set; } = "";

    public double? AtMost { get; set; }
    public double? AtLeast { get; set; }

    /// <summary>UCUM unit of <see cref="AtMost"/> and <see cref="AtLeast"/>.</summary>
    public string? Unit { get; set; }

    /// <summary>This many times the upper end of the range: the laboratory's own, else the library's.</summary>
    public double? TimesUpper { get; set; }

    /// <summary>This many times what it was before: the least of the last <see cref="RiseDays"/> days, else the middle one of the year.</summary>
    public double? Rise { get; set; }

    /// <summary>It also takes a result of another test near the same day.</summary>
    public CompanionLimit? With { get; set; }

    /// <summary>female or male; null for everyone.</summary>
    public string? Sex { get; set; }

    public int? FromAge { get; set; }
    public int? BelowAge { get; set; }

    public HowSoon Level { get; set; }
    public string Source { get; set; } = "";

    /// <summary>Was the number read in its source?</summary>
    public bool Verified { get; set; }

    /// <summary>seen, second-hand, memory or rule.</summary>
    public string Mark { get; set; } = Seen.Memory;

    /// <summary>Last part of lab.critical.why.TEST-SIDE.</summary>
    public string Side => AtMost is not null ? "low" : "high";

    /// <summary>Can it be a limit for this person? What is not known of a person leaves a limit in: the most careful one then counts.</summary>
    public bool CanBeFor(string? sex, int? age) =>
        (Sex is null || sex is not ("female" or "male") || Sex == sex)
        && (FromAge is null || age is null || age >= FromAge)
        && (BelowAge is null || age is null || age < BelowAge);
}
