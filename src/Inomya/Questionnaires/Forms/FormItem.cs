namespace Inomya.Questionnaires;

/// <summary>One question, group or text of a form.</summary>
public sealed record FormItem
{
    public required string LinkId { get; init; }
    public required ItemKind Kind { get; init; }
    public string? Text { get; init; }

    /// <summary>The text in the other languages that the file has, by BCP 47 tag.</summary>
    public IReadOnlyDictionary<string, string> Translations { get; init; } = new Dictionary<string, string>();
    public string? Prefix { get; init; }
    public bool Required { get; init; }
    public bool Repeats { get; init; }

    /// <summary>Not for the person to answer: calculated or carried over.</summary>
    public bool ReadOnly { get; init; }
    public bool Hidden { get; init; }
    public int? MaxLength { get; init; }

    /// <summary>Least number, or date or time as FHIR writes it.</summary>
    public AnswerValue? Min { get; init; }
    public AnswerValue? Max { get; init; }

    /// <summary>Unit of a number or quantity, where the form gives one.</summary>
    public string? Unit { get; init; }
    public IReadOnlyList<FormOption> Options { get; init; } = [];
    public IReadOnlyList<EnableWhen> EnableWhen { get; init; } = [];

    /// <summary>One of the conditions is enough; otherwise all are needed.</summary>
    public bool EnableAny { get; init; }
    public string? EnableExpression { get; init; }
    public string? Calculated { get; init; }
    public string? InitialExpression { get; init; }
    public IReadOnlyList<NamedExpression> Variables { get; init; } = [];
    public IReadOnlyList<AnswerValue> Initial { get; init; } = [];
    public IReadOnlyList<FormItem> Items { get; init; } = [];

    /// <summary>The group or question it stands in; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>The text in this language; as the form was written where it has no such translation.</summary>
    public string? TextIn(string language) => Translations.GetValueOrDefault(language) ?? Text;

    /// <summary>The person is asked it.</summary>
    public bool IsQuestion =>
        Kind is not (ItemKind.Group or ItemKind.Display or ItemKind.Other)
        && !ReadOnly
        && !Hidden
        && Calculated is null;
}
