namespace Inomya.Medicines;

/// <summary>What is known about the person beyond the list.</summary>
/// <param name="AgeYears">Null when not known.</param>
/// <param name="Conditions">Names of conditions, as written.</param>
public sealed record PersonFacts(int? AgeYears, IReadOnlyList<string> Conditions)
{
    public static PersonFacts Unknown { get; } = new(null, []);

    /// <summary>Names of what the person must not have, as written.</summary>
    public IReadOnlyList<string> Allergies { get; init; } = [];

    /// <summary>Where they live (ISO 3166), which decides whose label holds; null when not known.</summary>
    public string? Country { get; init; }
}
