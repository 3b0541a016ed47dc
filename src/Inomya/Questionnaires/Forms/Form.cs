namespace Inomya.Questionnaires;

/// <summary>What kind of answer an item takes.</summary>
public enum ItemKind
{
    Group,
    Display,
    YesNo,
    Number,
    WholeNumber,
    Day,
    DayTime,
    Time,
    Line,
    Paragraph,
    Link,
    Choice,
    OpenChoice,
    Quantity,
    Other,
}

/// <summary>
/// A questionnaire, ready to be asked: the R4 Questionnaire without what plays no part in asking and scoring.
/// </summary>
/// <remarks>
/// Made by <see cref="FormReader"/>, which has checked it: link ids are unique, conditions name items that exist and do
/// not go in circles.
/// </remarks>
public sealed class Form
{
    private readonly Dictionary<string, FormItem> _byId = new(StringComparer.Ordinal);

    internal Form(
        string? url,
        string? version,
        string? title,
        string? copyright,
        IReadOnlyList<FormItem> items,
        IReadOnlyList<NamedExpression> variables
    )
    {
        (Url, Version, Title, Copyright, Items, Variables) = (url, version, title, copyright, items, variables);
        foreach (var item in items)
            Register(item);
        All = [.. Items.SelectMany(Flat)];
        HasExpressions =
            variables.Count > 0
            || All.Any(i =>
                (i.Calculated ?? i.EnableExpression ?? i.InitialExpression) is not null || i.Variables.Count > 0
            );
    }

    public string? Url { get; }
    public string? Version { get; }
    public string? Title { get; }

    /// <summary>Shown with the questions, word for word.</summary>
    public string? Copyright { get; }
    public IReadOnlyList<FormItem> Items { get; }
    public IReadOnlyList<NamedExpression> Variables { get; }

    /// <summary>Every item at any depth, in the order of the form.</summary>
    public IReadOnlyList<FormItem> All { get; }

    /// <summary>What the file has and cannot be used here: the form works without.</summary>
    public IReadOnlyList<FormNotice> Notices { get; internal init; } = [];

    /// <summary>It has FHIRPath that must be worked out.</summary>
    public bool HasExpressions { get; }

    /// <summary>"url|version", as a response names it.</summary>
    public string Canonical => Version is null ? Url ?? "" : $"{Url}|{Version}";

    public FormItem? Find(string linkId) => _byId.GetValueOrDefault(linkId);

    private static IEnumerable<FormItem> Flat(FormItem item) => item.Items.SelectMany(Flat).Prepend(item);

    private void Register(FormItem item)
    {
        _byId.Add(item.LinkId, item);
        foreach (var child in item.Items)
            Register(child);
    }
}

/// <param name="Place">The link id, or "file".</param>
/// <param name="Key">
/// other-language: an expression that is not FHIRPath; options-elsewhere: the options are not in the file, the person
/// writes.
/// </param>
public sealed record FormNotice(string Place, string Key);

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

/// <param name="Value">What is answered by choosing it.</param>
/// <param name="Exclusive">Choosing it unchooses all others.</param>
public sealed record FormOption(AnswerValue Value, string? Prefix = null, bool Exclusive = false)
{
    /// <summary>The label in the other languages that the file has, by BCP 47 tag.</summary>
    public IReadOnlyDictionary<string, string> Translations { get; init; } = new Dictionary<string, string>();

    /// <summary>What the person reads, as the form was written.</summary>
    public string Label => Value is ChoiceAnswer { Display: { } display } ? display : Value.Text;

    /// <summary>
    /// What the person reads in this language; as the form was written where it has no such translation.
    /// </summary>
    public string LabelIn(string language) => Translations.GetValueOrDefault(language) ?? Label;
}

/// <summary>A named FHIRPath expression, seen by the item it stands on and those below it.</summary>
public sealed record NamedExpression(string Name, string Expression);

/// <summary>A condition on the answer to another item.</summary>
/// <param name="Operator">exists, =, !=, &gt;, &lt;, &gt;= or &lt;=.</param>
public sealed record EnableWhen(string Question, string Operator, AnswerValue Answer);
