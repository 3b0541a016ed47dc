namespace Inomya.Vocabulary;

/// <summary>What kind of value a measure holds.</summary>
public enum MeasureKind
{
    /// <summary>A rating on a scale with a lowest and a highest step, such as 0 to 10.</summary>
    Scale,

    /// <summary>An amount in a unit, such as 7.5 h.</summary>
    Quantity,

    /// <summary>A whole number of things, such as cups.</summary>
    Count,

    /// <summary>1 for yes, 0 for no. "No" is recorded; not answered is absent.</summary>
    YesNo,

    /// <summary>Words, never analysed as a number.</summary>
    Text,
}

/// <summary>Which end of a measure is the better one for the person.</summary>
public enum Better
{
    Neither,
    Lower,
    Higher,
}

/// <summary>How several values recorded on one local day become the one value of that day.</summary>
public enum DailyRule
{
    /// <summary>The arithmetic mean: for ratings made at different hours.</summary>
    Mean,

    /// <summary>The total: for counts and amounts that add up.</summary>
    Sum,

    /// <summary>The highest: for yes/no, where one yes makes the day a yes.</summary>
    Max,

    /// <summary>The one recorded last: for values that are meant to replace each other.</summary>
    Last,
}

/// <summary>What the analysis may take a measure for; what each means is in docs/methods.</summary>
public enum MeasureRole
{
    /// <summary>Never analysed.</summary>
    None,

    /// <summary>Something a person wants better; may be an outcome, is never a factor.</summary>
    Symptom,
    Numeric,
    Ordinal,
    Count,
    Binary,
    Weather,
    Menstrual,

    /// <summary>Follows the symptom as much as it leads it (steps, as-needed medicine, rest): never tested on the same day.</summary>
    Reactive,
}

/// <summary>The lowest and highest value of a rating, as the person was shown it.</summary>
/// <param name="Low">The lowest step.</param>
/// <param name="Top">The highest step, above <paramref name="Low"/>.</param>
public readonly record struct Scale(double Low, double Top)
{
    /// <summary>The 11-point numeric rating scale, 0 (none) to 10 (worst imaginable).</summary>
    public static Scale NumericRating => new(0, 10);

    public bool Holds(double value) => value >= Low && value <= Top;

    /// <summary>As people write it: "0-10".</summary>
    public override string ToString() => FormattableString.Invariant($"{Low:0.##}-{Top:0.##}");
}

/// <summary>A code of a published code system for the same thing, such as LOINC 72514-3.</summary>
/// <param name="System">"loinc", "snomed" or "healthkit".</param>
/// <param name="Verified">True when the code was looked up in its system; false ones are never exported.</param>
public sealed record Coding(string System, string Code, bool Verified);

/// <summary>Something that can be recorded: built in (content/vocabulary) or the person's own.</summary>
/// <remarks>
/// The name people read is a locale key, <c>measure.ID</c>, for a built-in measure and <see cref="OwnName"/> for their own.
/// A value never changes scale: 3 of 0-4 stays 3 of 0-4, in a column of its own beside 0-10.
/// </remarks>
public sealed record Measure
{
    /// <summary>Kebab-case or snake_case name, unique for the person; the name of its column in a daily table.</summary>
    public required string Id { get; init; }

    public required MeasureKind Kind { get; init; }
    public Better Better { get; init; }

    /// <summary>UCUM unit; "{score}" for a rating, "1" for yes/no.</summary>
    public string Unit { get; init; } = "1";

    /// <summary>The scale new ratings use; null unless <see cref="Kind"/> is <see cref="MeasureKind.Scale"/>.</summary>
    public Scale? Scale { get; init; }

    /// <summary>Lowest and highest value that can be meant, in <see cref="Unit"/>; outside it is refused as a slip. Null: any finite number.</summary>
    public Scale? Plausible { get; init; }

    public DailyRule Daily { get; init; } = DailyRule.Mean;
    public MeasureRole Role { get; init; }

    /// <summary>Where it stands in the check-in: "core", "more", "sensitivity", "different", or null when it is not asked there.</summary>
    public string? Ask { get; init; }

    /// <summary>The question is asked once for each body region that hurts.</summary>
    public bool ByRegion { get; init; }

    public IReadOnlyList<Coding> Codes { get; init; } = [];

    /// <summary>The name a person gave their own measure; null for a built-in one.</summary>
    public string? OwnName { get; init; }

    /// <summary>Why this value cannot be recorded, as the last part of a locale key; null when it can.</summary>
    /// <param name="value">In <see cref="Unit"/>, on <paramref name="scale"/> when it is a rating.</param>
    /// <param name="scale">The scale it was rated on; null means this measure's own.</param>
    public string? Refuses(double value, Scale? scale = null)
    {
        if (!double.IsFinite(value))
            return "not-a-number";
        return Kind switch
        {
            MeasureKind.Scale when (scale ?? Scale) is { } s && !s.Holds(value) => "off-the-scale",
            MeasureKind.YesNo when value is not (0 or 1) => "not-yes-or-no",
            MeasureKind.Count when value < 0 || value != Math.Floor(value) => "not-a-count",
            MeasureKind.Text => "not-a-number",
            _ when Plausible is { } range && !range.Holds(value) => "not-plausible",
            _ => null,
        };
    }
}
