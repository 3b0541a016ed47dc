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

    public int? MinLength { get; init; }

    /// <summary>The least number of answers to a question that repeats, or of times a group stands there.</summary>
    public int? MinOccurs { get; init; }
    public int? MaxOccurs { get; init; }

    /// <summary>A regular expression that a whole text must match.</summary>
    public string? Pattern { get; init; }

    /// <summary>How an answer is written, in the form's words.</summary>
    public string? EntryFormat { get; init; }

    /// <summary>Units a number or quantity may be given in; none where the form gives none.</summary>
    public IReadOnlyList<FormUnit> Units { get; init; } = [];

    /// <summary>The one unit of a number or quantity; null where there is none or a choice of several.</summary>
    public string? Unit => Units is [var only] ? only.Label : null;
    public IReadOnlyList<FormOption> Options { get; init; } = [];

    /// <summary>LOINC codes of what is asked: others name the item by them.</summary>
    public IReadOnlyList<string> LoincCodes { get; init; } = [];

    /// <summary>The text with its layout; null where it has none.</summary>
    public FormMarkup? Markup { get; init; }
    public IReadOnlyList<FormConstraint> Constraints { get; init; } = [];
    public IReadOnlyList<EnableWhen> EnableWhen { get; init; } = [];

    /// <summary>One of the conditions is enough; otherwise all are needed.</summary>
    public bool EnableAny { get; init; }
    public string? EnableExpression { get; init; }
    public string? Calculated { get; init; }
    public string? InitialExpression { get; init; }

    /// <summary>What may be answered, worked out from other answers.</summary>
    public string? AnswerExpression { get; init; }
    public IReadOnlyList<NamedExpression> Variables { get; init; } = [];

    /// <summary>What stands there before anybody has answered.</summary>
    public IReadOnlyList<AnswerValue> Initial { get; init; } = [];
    public IReadOnlyList<FormItem> Items { get; init; } = [];

    /// <summary>The group or question it stands in; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>The text in this language; as the form was written where it has no such translation.</summary>
    public string? TextIn(string language) => Translations.GetValueOrDefault(language) ?? Text;

    /// <summary>A group that may stand there more than once.</summary>
    public bool IsRepeatingGroup => Repeats && Kind == ItemKind.Group;

    /// <summary>
    /// The option that an answer means, which knows its words and its weight; the answer itself where it is none.
    /// </summary>
    public AnswerValue Fit(AnswerValue answer) =>
        answer is ChoiceAnswer choice
        && Options.FirstOrDefault(o => o.Value is ChoiceAnswer c && c.Is(choice))?.Value is ChoiceAnswer option
            ? choice with
            {
                System = choice.System ?? option.System,
                Display = choice.Display ?? option.Display,
                Weight = choice.Weight ?? option.Weight,
            }
            : answer;

    /// <summary>The person is asked it.</summary>
    public bool IsQuestion =>
        Kind is not (ItemKind.Group or ItemKind.Display or ItemKind.Other)
        && !ReadOnly
        && !Hidden
        && Calculated is null;
}
