using System.Text.Json;

namespace Inomya.Questionnaires;

/// <summary>Reads a FHIR R4 Questionnaire, whoever wrote it.</summary>
/// <remarks>
/// Bounded: a file that is too large, too deep or has too many items or options is refused before any work is done on
/// it, as is one whose conditions go in circles. An element it does not know is passed over, an item type it does not
/// know is refused. No expression runs here.
/// </remarks>
public static class FormReader
{
    /// <summary>Bytes of JSON.</summary>
    public const int MaxBytes = 4 << 20;

    /// <summary>Levels of JSON; an item takes two.</summary>
    public const int MaxDepth = 64;
    public const int MaxItems = 5_000;

    /// <summary>Options of all items together.</summary>
    public const int MaxOptions = 50_000;

    /// <summary>Characters of one expression.</summary>
    public const int MaxExpression = 4_000;

    private const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";

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

    /// <exception cref="FormException">
    /// It is no R4 Questionnaire, too large, or contradicts itself; the place is named.
    /// </exception>
    public static Form Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MaxBytes)
            throw new FormException("file", $"larger than {MaxBytes / (1 << 20)} MiB");
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new FormException($"line {e.LineNumber + 1}", e.Message);
        }
        catch (InvalidOperationException)
        {
            throw new FormException("file", "an element has another type than in FHIR R4");
        }
    }

    private static Form Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Text(root, "resourceType") != "Questionnaire")
            throw new FormException("file", "this is not a FHIR Questionnaire");
        var reading = new Reading(root);
        var items = reading.Items(root, null);
        if (reading.Count == 0)
            throw new FormException("file", "it has no items");
        var form = new Form(
            Text(root, "url"),
            Text(root, "version"),
            Text(root, "title"),
            Text(root, "copyright"),
            items,
            reading.Variables(root, "file")
        )
        {
            Notices = reading.Notices,
        };
        FormConditions.Check(form);
        return form;
    }

    internal static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>
    /// The translations of a text, by language, from the FHIR extension for it; one without a language or a text plays
    /// no part.
    /// </summary>
    private static Dictionary<string, string> Translations(JsonElement json, string name)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!json.TryGetProperty(name, out var element) || element.ValueKind != JsonValueKind.Object)
            return found;
        foreach (var parts in Extensions(element, Core + "translation").Select(e => Array(e, "extension").ToList()))
            if (
                parts.Select(p => Text(p, "valueCode")).FirstOrDefault(v => v is not null) is { } language
                && parts
                    .Select(p => Text(p, "valueString") ?? Text(p, "valueMarkdown"))
                    .FirstOrDefault(v => v is not null)
                    is { } text
            )
                found[language] = text;
        return found;
    }

    private static bool Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    internal static IEnumerable<JsonElement> Array(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];

    private static IEnumerable<JsonElement> Extensions(JsonElement json, string url) =>
        Array(json, "extension").Where(e => Text(e, "url") == url);

    /// <summary>One pass over one file, with what has been counted so far.</summary>
    private sealed class Reading(JsonElement root)
    {
        private readonly HashSet<string> _linkIds = new(StringComparer.Ordinal);
        private readonly List<FormNotice> _notices = [];
        private int _options;

        /// <summary>What the file has and cannot be used here.</summary>
        public IReadOnlyList<FormNotice> Notices => _notices;

        public int Count => _linkIds.Count;

        public IReadOnlyList<FormItem> Items(JsonElement json, string? parent) =>
            [.. Array(json, "item").Select(item => Item(item, parent))];

        private FormItem Item(JsonElement json, string? parent)
        {
            var id = Text(json, "linkId") is { Length: > 0 } given
                ? given
                : throw new FormException(parent ?? "file", "an item has no linkId");
            if (!_linkIds.Add(id))
                throw new FormException(id, "this linkId stands twice");
            if (Count > MaxItems)
                throw new FormException(id, $"more than {MaxItems} items");
            var type = Text(json, "type");
            if (type is null || !Kinds.TryGetValue(type, out var kind))
                throw new FormException(id, $"type '{type}' is not of FHIR R4");
            return new FormItem
            {
                LinkId = id,
                Kind = kind,
                Parent = parent,
                Text = Text(json, "text"),
                Translations = Translations(json, "_text"),
                Prefix = Text(json, "prefix"),
                Required = Flag(json, "required"),
                Repeats = Flag(json, "repeats"),
                ReadOnly = Flag(json, "readOnly"),
                Hidden = Extensions(json, Core + "questionnaire-hidden").Any(e => Flag(e, "valueBoolean")),
                MaxLength =
                    json.TryGetProperty("maxLength", out var most) && most.TryGetInt32(out var length) ? length : null,
                Min = Limit(json, "minValue"),
                Max = Limit(json, "maxValue"),
                Unit = UnitOf(json),
                Options = Options(json, id),
                EnableWhen = [.. Array(json, "enableWhen").Select(w => Condition(w, id))],
                EnableAny = Text(json, "enableBehavior") == "any",
                EnableExpression = Expression(json, Sdc + "enableWhenExpression", id),
                Calculated = Expression(json, Sdc + "calculatedExpression", id),
                InitialExpression = Expression(json, Sdc + "initialExpression", id),
                Variables = Variables(json, id),
                Initial = [.. Array(json, "initial").Select(AnswerJson.Read).OfType<AnswerValue>()],
                Items = Items(json, id),
            };
        }

        /// <summary>The variables of a level, and calculations that have a name: they can be used like one.</summary>
        public List<NamedExpression> Variables(JsonElement json, string place)
        {
            var found = new List<NamedExpression>();
            foreach (
                var expression in Extensions(json, Core + "variable").Select(e => e.GetProperty("valueExpression"))
            )
                if (FhirPath(expression, place) is { } text)
                    found.Add(
                        new NamedExpression(
                            Text(expression, "name") ?? throw new FormException(place, "a variable has no name"),
                            text
                        )
                    );
            if (found.Select(v => v.Name).Distinct().Count() < found.Count)
                throw new FormException(place, "two variables have one name");
            foreach (
                var expression in Extensions(json, Sdc + "calculatedExpression")
                    .Select(e => e.GetProperty("valueExpression"))
            )
                if (
                    Text(expression, "name") is { Length: > 0 } name
                    && found.All(v => v.Name != name)
                    && FhirPath(expression, place) is { } text
                )
                    found.Add(new NamedExpression(name, text));
            return found;
        }

        private string? Expression(JsonElement json, string url, string place) =>
            Extensions(json, url)
                .Select(e => e.GetProperty("valueExpression"))
                .Select(e => FhirPath(e, place))
                .FirstOrDefault();

        /// <summary>
        /// Null for an expression in another language, such as a query to a server: it plays no part here, and that is
        /// said.
        /// </summary>
        private string? FhirPath(JsonElement expression, string place)
        {
            if (Text(expression, "language") is not "text/fhirpath")
            {
                _notices.Add(new FormNotice(place, "other-language"));
                return null;
            }
            var text = Text(expression, "expression") ?? throw new FormException(place, "an expression is empty");
            return text.Length <= MaxExpression
                ? text
                : throw new FormException(place, $"an expression is longer than {MaxExpression} characters");
        }

        private static AnswerValue? Limit(JsonElement json, string name) =>
            Extensions(json, Core + name).Select(AnswerJson.Read).FirstOrDefault();

        private static string? UnitOf(JsonElement json) =>
            Extensions(json, Core + "questionnaire-unit")
                .Select(e => e.GetProperty("valueCoding"))
                .Select(c => Text(c, "display") ?? Text(c, "code"))
                .FirstOrDefault();

        private List<FormOption> Options(JsonElement json, string place)
        {
            var options = Array(json, "answerOption").Select(Option).ToList();
            if (options.Count == 0 && Text(json, "answerValueSet") is { } set)
                options = FromValueSet(set, place);
            _options += options.Count;
            return _options <= MaxOptions ? options : throw new FormException(place, $"more than {MaxOptions} options");
        }

        /// <summary>
        /// The codes an include lists or, where it takes a whole code system that the file contains, all of that.
        /// </summary>
        private IEnumerable<JsonElement> Concepts(JsonElement include)
        {
            if (Array(include, "concept").Any() || Text(include, "system") is not { } system)
                return Array(include, "concept");
            var codes = Array(root, "contained")
                .FirstOrDefault(c => Text(c, "resourceType") == "CodeSystem" && Text(c, "url") == system);
            return codes.ValueKind == JsonValueKind.Object ? Array(codes, "concept") : [];
        }

        private static FormOption Option(JsonElement json)
        {
            var value = AnswerJson.Read(json) ?? throw new FormException("answerOption", "an option has no value");
            if (value is ChoiceAnswer { Weight: null } choice)
                value = choice with { Weight = AnswerJson.WeightOf(json) };
            var prefix = Extensions(json, Core + "questionnaire-optionPrefix")
                .Select(e => Text(e, "valueString"))
                .FirstOrDefault();
            var translations =
                json.TryGetProperty("valueCoding", out var coding) && coding.ValueKind == JsonValueKind.Object
                    ? Translations(coding, "_display")
                    : [];
            return new FormOption(
                value,
                prefix,
                Extensions(json, Core + "questionnaire-optionExclusive").Any(e => Flag(e, "valueBoolean"))
            )
            {
                Translations = translations,
            };
        }

        /// <summary>
        /// The options of a value set that the file itself contains; any other would need the network.
        /// </summary>
        private List<FormOption> FromValueSet(string reference, string place)
        {
            var set = Array(root, "contained")
                .FirstOrDefault(c =>
                    Text(c, "resourceType") == "ValueSet"
                    && ("#" + Text(c, "id") == reference || Text(c, "url") == reference)
                );
            if (set.ValueKind != JsonValueKind.Object)
            {
                _notices.Add(new FormNotice(place, "options-elsewhere"));
                return [];
            }
            var included =
                set.TryGetProperty("expansion", out var expansion)
                    ? Array(expansion, "contains").Select(c => (System: Text(c, "system"), Concept: c))
                : set.TryGetProperty("compose", out var compose)
                    ? Array(compose, "include")
                        .SelectMany(i => Concepts(i).Select(c => (System: Text(i, "system"), Concept: c)))
                : [];
            return
            [
                .. included.Select(c => new FormOption(
                    new ChoiceAnswer(
                        c.System,
                        Text(c.Concept, "code"),
                        Text(c.Concept, "display"),
                        AnswerJson.WeightOf(c.Concept)
                    )
                )),
            ];
        }

        private static EnableWhen Condition(JsonElement json, string place)
        {
            var question = Text(json, "question") ?? throw new FormException(place, "a condition names no question");
            var op = Text(json, "operator") ?? throw new FormException(place, "a condition has no operator");
            if (op is not ("exists" or "=" or "!=" or ">" or "<" or ">=" or "<="))
                throw new FormException(place, $"operator '{op}' is not of FHIR R4");
            var answer = AnswerJson.Read(json, "answer")
                ?? throw new FormException(place, "a condition has no answer to compare with");
            return op != "exists" || answer is YesNoAnswer
                ? new EnableWhen(question, op, answer)
                : throw new FormException(place, "'exists' needs true or false");
        }
    }
}
