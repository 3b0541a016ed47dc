namespace Inomya.Medicines;

/// <summary>What a written name stands for.</summary>
public sealed record NameReading
{
    /// <summary>One part for a single substance, several for a combination; empty when the name is not known.</summary>
    public IReadOnlyList<NamePart> Parts { get; init; } = [];

    /// <summary>The name it was read as, when it was a known misspelling; to be told to the person.</summary>
    public string? ReadAs { get; init; }

    /// <summary>Names that look like it, nearest first; a question to the person, never an answer.</summary>
    public IReadOnlyList<string> DidYouMean { get; init; } = [];

    /// <summary>The route that a word of the name gives, such as "gel".</summary>
    public string? Route { get; init; }

    /// <summary>The strength written in the name, such as 400 mg.</summary>
    public Amount? Strength { get; init; }

    /// <summary>The name means different things in different countries, and stands here for all of them.</summary>
    public bool AnyCountry { get; init; }

    public bool Found => Parts.Count > 0;
}
