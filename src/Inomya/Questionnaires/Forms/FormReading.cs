using System.Text.Json;

namespace Inomya.Questionnaires;

/// <summary>One pass over one Questionnaire, with what has been counted so far.</summary>
internal sealed class FormReading(JsonElement root, Func<string, IReadOnlyList<FormOption>?>? shipped)
{
    private const string Sdc = FormDetails.Sdc;

    private static readonly Dictionary<string, ItemKind> Kinds = new(StringComparer.Ordinal)
    {
        ["group"] = ItemKind.Group,
        ["display"] = ItemKind.Display,
        ["boolean"] = ItemKind.YesNo,
        ["decimal"] = ItemKind.Number,
        ["integer"] = ItemKind.WholeNumber,
        ["date"] = ItemKind.Day,
        ["dateTime"] = ItemKind.DayTime,
        ["time"] = ItemKind.Time,
        ["string"] = ItemKind.Line,
        ["text"] = ItemKind.Paragraph,
        ["url"] = ItemKind.Link,
        ["choice"] = ItemKind.Choice,
        ["open-choice"] = ItemKind.OpenChoice,
        ["quantity"] = ItemKind.Quantity,
        ["attachment"] = ItemKind.Other,
        ["reference"] = ItemKind.Other,
    };

    private static readonly HashSet<string> Operators = new(StringComparer.Ordinal)
    {
        "exists",
        "=",
        "!=",
        ">",
        "<",
        ">=",
        "<=",
    };

    private static readonly string[] TextValues = ["valueString", "valueId", "valueCode", "valueMarkdown"];

    private readonly ContainedValueSets _valueSets = new(root);
    private readonly HashSet<string> _linkIds = new(StringComparer.Ordinal);
    private readonly List<FormNotice> _notices = [];
    private int _options;

    /// <summary>What the file has and cannot be used here.</summary>
    public IReadOnlyList<FormNotice> Notices => _notices;

    public int Count => _linkIds.Count;

    public IReadOnlyList<FormItem> Items(JsonElement json, string? parent) =>
        [.. FhirJson.Array(json, "item").Select(item => Item(item, parent))];

    private FormItem Item(JsonElement json, string? parent)
    {
        var id = NewLinkId(json, parent);
        var asked = Question(json, id, KindOf(json, id)) with { Parent = parent, Options = Options(json, id) };
        NoteWhatIsNotAsked(asked);
        return WithLogic(asked, json) with { Initial = Initial(asked, json), Items = Items(json, id) };
    }

    /// <summary>The options that stand chosen, or else the initial values; FHIR allows one or the other.</summary>
    private static List<AnswerValue> Initial(FormItem item, JsonElement json)
    {
        var chosen = item.Options.Where(o => o.IsInitial).Select(o => o.Value).ToList();
        return chosen.Count > 0 ? chosen : [.. OtherVersions.InitialOf(json).Select(item.Fit)];
    }

    private void NoteWhatIsNotAsked(FormItem item)
    {
        if (item.Kind == ItemKind.Other)
            _notices.Add(new FormNotice(item.LinkId, "not-answered-here"));
        if (item.Pattern is { } pattern && FormPattern.Of(pattern) is null)
            _notices.Add(new FormNotice(item.LinkId, "pattern"));
    }

    private string NewLinkId(JsonElement json, string? parent)
    {
        var id = FhirJson.Text(json, "linkId") is { Length: > 0 } given
            ? given
            : throw new FormException(parent ?? "file", "an item has no linkId");
        if (!_linkIds.Add(id))
            throw new FormException(id, "this linkId stands twice");
        return Count <= FormReader.MaxItems
            ? id
            : throw new FormException(id, $"more than {FormReader.MaxItems} items");
    }

    private static ItemKind KindOf(JsonElement json, string id)
    {
        var type = OtherVersions.TypeOf(json);
        return type is not null && Kinds.TryGetValue(type, out var kind)
            ? kind
            : throw new FormException(id, $"type '{type}' is not of FHIR R4");
    }

    /// <summary>What is asked and which answers are allowed.</summary>
    private static FormItem Question(JsonElement json, string id, ItemKind kind) =>
        FormDetails.With(
            new()
            {
                LinkId = id,
                Kind = kind,
                Text = FhirJson.Text(json, "text"),
                Translations = FhirJson.Translations(json, "_text"),
                Prefix = FhirJson.Text(json, "prefix"),
                Required = FhirJson.Flag(json, "required"),
                Repeats = FhirJson.Flag(json, "repeats"),
                ReadOnly = FhirJson.Flag(json, "readOnly"),
                Hidden = FormDetails.HasFlag(json, "questionnaire-hidden"),
                MaxLength = FhirJson.WholeNumber(json, "maxLength"),
            },
            json
        );

    /// <summary>With when it is shown, and what is calculated for it.</summary>
    private FormItem WithLogic(FormItem item, JsonElement json) =>
        item with
        {
            EnableWhen = [.. FhirJson.Array(json, "enableWhen").Select(w => Condition(w, item.LinkId))],
            EnableAny = OtherVersions.IsAny(json),
            EnableExpression = Expression(json, Sdc + "enableWhenExpression", item.LinkId),
            Calculated = Expression(json, Sdc + "calculatedExpression", item.LinkId),
            InitialExpression = Expression(json, Sdc + "initialExpression", item.LinkId),
            AnswerExpression = Expression(json, Sdc + "answerExpression", item.LinkId),
            Constraints = Constraints(json, item.LinkId),
            Variables = Variables(json, item.LinkId),
        };

    /// <summary>The variables of a level, and calculations that have a name: they can be used like one.</summary>
    public List<NamedExpression> Variables(JsonElement json, string place)
    {
        var found = Expressions(json, FhirJson.Core + "variable", place)
            .Select(e => Variable(e, place))
            .OfType<NamedExpression>()
            .ToList();
        if (found.Select(v => v.Name).Distinct().Count() < found.Count)
            throw new FormException(place, "two variables have one name");
        AddCalculations(found, json, place);
        return found;
    }

    private void AddCalculations(List<NamedExpression> found, JsonElement json, string place)
    {
        foreach (var expression in Expressions(json, Sdc + "calculatedExpression", place))
            if (
                FhirJson.Text(expression, "name") is { Length: > 0 } name
                && found.All(v => v.Name != name)
                && FhirPath(expression, place) is { } text
            )
                found.Add(new NamedExpression(name, text));
    }

    private NamedExpression? Variable(JsonElement expression, string place) =>
        FhirPath(expression, place) is { } text
            ? new NamedExpression(Needed(expression, "name", place, "a variable has no name"), text)
            : null;

    private string? Expression(JsonElement json, string url, string place) =>
        Expressions(json, url, place).Select(e => FhirPath(e, place)).FirstOrDefault();

    private static IEnumerable<JsonElement> Expressions(JsonElement json, string url, string place) =>
        FhirJson.Extensions(json, url).Select(e => Object(e, "valueExpression", place));

    /// <exception cref="FormException">The extension does not hold it.</exception>
    private static JsonElement Object(JsonElement extension, string name, string place) =>
        extension.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? value
            : throw new FormException(place, $"an extension has no {name}");

    /// <summary>
    /// Null for an expression in another language, such as a query to a server: it plays no part here, and that is
    /// said.
    /// </summary>
    private string? FhirPath(JsonElement expression, string place)
    {
        if (FhirJson.Text(expression, "language") is not "text/fhirpath")
        {
            _notices.Add(new FormNotice(place, "other-language"));
            return null;
        }
        return Short(Needed(expression, "expression", place, "an expression is empty"), place);
    }

    /// <summary>What must hold there, as FHIR's own extension says it and as SDC's does.</summary>
    public List<FormConstraint> Constraints(JsonElement json, string place) =>
        [
            .. FhirJson
                .Extensions(json, FhirJson.Core + "questionnaire-constraint")
                .Concat(FhirJson.Extensions(json, FhirJson.Core + "targetConstraint"))
                .Concat(FhirJson.Extensions(json, Sdc + "targetConstraint"))
                .Select(e => Constraint(e, place))
                .OfType<FormConstraint>(),
        ];

    private FormConstraint? Constraint(JsonElement extension, string place)
    {
        var parts = FhirJson.Array(extension, "extension").ToLookup(p => FhirJson.Text(p, "url") ?? "");
        return ConstraintExpression(parts, place) is { } expression
            ? new FormConstraint(
                TextOf(parts["key"]) ?? place,
                expression,
                TextOf(parts["human"]) ?? "",
                TextOf(parts["severity"]) != "warning"
            )
            : null;
    }

    /// <summary>A text in FHIR's own extension, an expression with its language in that of SDC.</summary>
    private string? ConstraintExpression(ILookup<string, JsonElement> parts, string place) =>
        parts["expression"]
            .Select(p =>
                FhirJson.Text(p, "valueString") is { } text
                    ? Short(text, place)
                    : FhirPath(Object(p, "valueExpression", place), place)
            )
            .FirstOrDefault();

    private static string? TextOf(IEnumerable<JsonElement> parts) =>
        parts.SelectMany(p => TextValues.Select(v => FhirJson.Text(p, v))).FirstOrDefault(t => t is not null);

    private static string Short(string expression, string place) =>
        expression.Length <= FormReader.MaxExpression
            ? expression
            : throw new FormException(place, $"an expression is longer than {FormReader.MaxExpression} characters");

    /// <summary>What the form asks to be told when it is begun, by name.</summary>
    public static List<string> LaunchContext(JsonElement json) =>
        [
            .. FhirJson
                .Extensions(json, Sdc + "launchContext")
                .SelectMany(e => FhirJson.Array(e, "extension").Where(p => FhirJson.Text(p, "url") == "name"))
                .Select(NameOf)
                .OfType<string>()
                .Distinct(),
        ];

    private static string? NameOf(JsonElement name) =>
        name.TryGetProperty("valueCoding", out var coding) && coding.ValueKind == JsonValueKind.Object
            ? FhirJson.Text(coding, "code")
            : FhirJson.Text(name, "valueId") ?? FhirJson.Text(name, "valueString");

    private List<FormOption> Options(JsonElement json, string place)
    {
        var options = OtherVersions.OptionsOf(json).Select(Option).ToList();
        if (options.Count == 0 && OtherVersions.ValueSetOf(json) is { } set)
            options = FromValueSet(set, place);
        _options += options.Count;
        return _options <= FormReader.MaxOptions
            ? options
            : throw new FormException(place, $"more than {FormReader.MaxOptions} options");
    }

    private List<FormOption> FromValueSet(string reference, string place)
    {
        if (_valueSets.OptionsOf(reference) is { } options)
            return options;
        if (shipped?.Invoke(reference.Split('|')[0]) is { } known)
            return [.. known];
        _notices.Add(new FormNotice(place, "options-elsewhere"));
        return [];
    }

    private static FormOption Option(JsonElement json)
    {
        var value = AnswerJson.Read(json) ?? throw new FormException("answerOption", "an option has no value");
        if (value is ChoiceAnswer { Weight: null } choice)
            value = choice with { Weight = AnswerJson.WeightOf(json) };
        return new FormOption(
            value,
            PrefixOf(json),
            FormDetails.HasFlag(json, "questionnaire-optionExclusive"),
            FhirJson.Flag(json, "initialSelected")
        )
        {
            Translations = TranslationsOf(json),
        };
    }

    private static string? PrefixOf(JsonElement option) =>
        FhirJson
            .Extensions(option, FhirJson.Core + "questionnaire-optionPrefix")
            .Select(e => FhirJson.Text(e, "valueString"))
            .FirstOrDefault();

    private static Dictionary<string, string> TranslationsOf(JsonElement option) =>
        option.TryGetProperty("valueCoding", out var coding) && coding.ValueKind == JsonValueKind.Object
            ? FhirJson.Translations(coding, "_display")
            : [];

    private static EnableWhen Condition(JsonElement json, string place)
    {
        var question = Needed(json, "question", place, "a condition names no question");
        var op = OtherVersions.OperatorOf(json) ?? throw new FormException(place, "a condition has no operator");
        if (!Operators.Contains(op))
            throw new FormException(place, $"operator '{op}' is not of FHIR R4");
        return new EnableWhen(question, op, Compared(json, op, place));
    }

    private static AnswerValue Compared(JsonElement json, string op, string place)
    {
        var answer = OtherVersions.AnswerOf(json)
            ?? throw new FormException(place, "a condition has no answer to compare with");
        return op != "exists" || answer is YesNoAnswer
            ? answer
            : throw new FormException(place, "'exists' needs true or false");
    }

    private static string Needed(JsonElement json, string name, string place, string otherwise) =>
        FhirJson.Text(json, name) ?? throw new FormException(place, otherwise);
}
