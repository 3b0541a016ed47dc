namespace Inomya.Vocabulary;

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

    /// <summary>It is about weight or burning: not shown while everything about food is put away.</summary>
    public bool PutAway { get; init; }

    public IReadOnlyList<Coding> Codes { get; init; } = [];

    /// <summary>The name a person gave their own measure; null for a built-in one.</summary>
    public string? OwnName { get; init; }

    /// <summary>Why this value cannot be recorded; null when it can.</summary>
    /// <param name="value">In <see cref="Unit"/>, on <paramref name="scale"/> when it is a rating.</param>
    /// <param name="scale">The scale it was rated on; null means this measure's own.</param>
    public RefusalReason? Refuses(double value, Scale? scale = null)
    {
        if (!double.IsFinite(value))
            return RefusalReason.NotANumber;
        return RefusesByKind(value, scale ?? Scale) ?? (IsPlausible(value) ? null : RefusalReason.NotPlausible);
    }

    private RefusalReason? RefusesByKind(double value, Scale? scale) =>
        Kind switch
        {
            MeasureKind.Scale when scale is { } s && !s.Holds(value) => RefusalReason.OffTheScale,
            MeasureKind.YesNo when value is not (0 or 1) => RefusalReason.NotYesOrNo,
            MeasureKind.Count when value < 0 || value != Math.Floor(value) => RefusalReason.NotACount,
            MeasureKind.Text => RefusalReason.NotANumber,
            _ => null,
        };

    private bool IsPlausible(double value) => Plausible is not { } range || range.Holds(value);
}
