using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Hl7.Fhir.FhirPath;
using Hl7.Fhir.Model;
using Hl7.FhirPath;
using Hl7.FhirPath.Expressions;

namespace Inomya.Fhir;

/// <summary>Compiles FHIRPath with the functions that questionnaires need and the SDK does not have.</summary>
/// <remarks>
/// sum(), min(), max() and avg() over numbers, empty for an empty collection; weight() and ordinal(), the weight of a chosen option;
/// answers(), all answers below an item or a response, as SDC has it; value[x] under its type's name (valueCoding), as many forms write it;
/// matches() and replaceMatches() without backtracking, since that can take for ever on a short text.
/// Never collect weights with |: it drops duplicates.
/// </remarks>
public static partial class FhirPathEngine
{
    /// <summary>For one match of a pattern that looks back or around: such a one can take for ever on a short text.</summary>
    public static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(5);

    /// <summary>Levels of brackets in one expression: the parser of the SDK goes as deep as they do.</summary>
    public const int MaxNesting = 60;

    private const string Ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
    private const string ItemWeight = "http://hl7.org/fhir/StructureDefinition/itemWeight";
    private const int KeptPatterns = 500;

    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);
    private static readonly FhirPathCompiler Compiler = new(Functions());

    /// <param name="traced">With hooks for a tracer, which can stop it: slower, for expressions of others.</param>
    /// <exception cref="FormatException">It is not FHIRPath, or nests too deeply.</exception>
    public static CompiledExpression Compile(string expression, bool traced)
    {
        if (Nesting(expression) > MaxNesting)
            throw new FormatException($"An expression nests more than {MaxNesting} brackets.");
        var parsed = Parsed(expression);
        if (traced && !RepeatWalk.Ends(parsed))
            return (_, _) => throw new FormLimitException("A repeat() that makes values instead of walking to them.");
        return Compiled(parsed, traced);
    }

    private static CompiledExpression Compiled(Hl7.FhirPath.Expressions.Expression parsed, bool traced)
    {
        try
        {
            return Compiler.Compile(parsed, traced);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // FHIRPath, but with a function that we do not have: that expression fails, the form is of use without it
            return (_, _) => throw new NotSupportedException(e.Message);
        }
    }

    private static Hl7.FhirPath.Expressions.Expression Parsed(string expression)
    {
        try
        {
            return Compiler.Parse(Indexed(Plain(expression)));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new FormatException($"Not FHIRPath: {e.Message}", e);
        }
    }

    /// <summary>valueCoding and its like as value: JSON has the type in the name, FHIRPath has not. Texts in quotes stay as they are.</summary>
    private static string Plain(string expression) =>
        TypedValue().Replace(expression, m => m.Groups["typed"].Success ? "value" : m.Value);

    /// <summary>The plain value of a result: double, bool, string; null for anything that is no primitive.</summary>
    public static object? Plain(PocoNode node) =>
        (node.Poco as PrimitiveType)?.JsonValue switch
        {
            null => null,
            bool yes => yes,
            string text => text,
            var number => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        };

    /// <summary>Looks items up by link id in an index instead of asking each: most of the work of scoring. The result is the same, in the same order.</summary>
    private static string Indexed(string expression) =>
        Lookup()
            .Replace(expression, m =>
                !m.Groups["levels"].Success
                    ? m.Value
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"%resource.{(m.Groups["id"].Success ? "itemsAt" : "itemsLike")}({m.Groups["levels"].Captures.Count}, '{m.Groups["id"].Value}{m.Groups["pattern"].Value}')"
                    )
            );

    private static SymbolTable Functions()
    {
        var table = new SymbolTable(FhirPathCompiler.DefaultSymbolTable).AddFhirExtensions();
        AddFolds(table);
        AddItems(table);
        AddPatterns(table);
        AddConversions(table);
        return table;
    }

    private static void AddFolds(SymbolTable table)
    {
        Add("sum", n => n.Sum());
        Add("min", n => n.Min());
        Add("max", n => n.Max());
        Add("avg", n => n.Average());

        void Add(string name, Func<List<decimal>, decimal> fold) =>
            table.Add(name, (IEnumerable<PocoNode> f) => Fold(f, fold));
    }

    /// <summary>Items by their link id, answers below an item, the weight of an answer.</summary>
    private static void AddItems(SymbolTable table)
    {
        table.Add("itemsAt", (IEnumerable<PocoNode> f, int level, string id) =>
            f.SelectMany(n => ItemIndex.Of(n).At(level, id))
        );
        table.Add("itemsLike", (IEnumerable<PocoNode> f, int level, string pattern) =>
            f.SelectMany(n => ItemIndex.Of(n).Like(level, Pattern(pattern)))
        );
        table.Add("answers", (IEnumerable<PocoNode> f) => f.SelectMany(Answers));
        foreach (var name in (string[])["weight", "ordinal"])
            table.Add(name, (IEnumerable<PocoNode> f) => f.SelectMany(Weight));
    }

    private static void AddPatterns(SymbolTable table)
    {
        table.Add("matches", (string text, string pattern) => Pattern(pattern).IsMatch(text), true);
        table.Add(
            "replaceMatches",
            (string text, string pattern, string with) => Pattern(pattern).Replace(text, with),
            true
        );
    }

    /// <summary>
    /// As fhirpath.js and LHC-Forms have it, which keep no fraction of nothing: 3.0 is a whole number, and reads "3".
    /// Strict FHIRPath gives nothing for <c>(3.0).toInteger()</c>.
    /// </summary>
    private static void AddConversions(SymbolTable table)
    {
        table.Add("toInteger", (IEnumerable<PocoNode> f) => f.SelectMany(Whole));
        table.Add("toString", (IEnumerable<PocoNode> f) => f.SelectMany(Written));
    }

    private static IEnumerable<PocoNode> Whole(PocoNode node)
    {
        decimal? number = (node.Poco as PrimitiveType)?.JsonValue switch
        {
            bool yes => yes ? 1 : 0,
            string text => int.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var whole
            )
                ? whole
                : null,
            null => null,
            var value => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        };
        return number is { } n && n == decimal.Truncate(n) && Math.Abs(n) <= int.MaxValue
            ? [PocoNode.ForAnyPrimitive((int)n)]
            : [];
    }

    private static IEnumerable<PocoNode> Written(PocoNode node)
    {
        var text = (node.Poco as PrimitiveType)?.JsonValue switch
        {
            null => null,
            bool yes => yes ? "true" : "false",
            string given => given,
            decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
        return text is null ? [] : [PocoNode.ForAnyPrimitive(text)];
    }

    private static IEnumerable<PocoNode> Fold(IEnumerable<PocoNode> focus, Func<List<decimal>, decimal> fold)
    {
        var numbers = focus
            .Select(n => Convert.ToDecimal((n.Poco as PrimitiveType)?.JsonValue, CultureInfo.InvariantCulture))
            .ToList();
        return numbers.Count == 0 ? [] : [PocoNode.ForAnyPrimitive(fold(numbers))];
    }

    private static IEnumerable<PocoNode> Answers(PocoNode node) =>
        Named(node, "item")
            .Concat(Named(node, "answer").SelectMany(a => Named(a, "item")))
            .SelectMany(item => Named(item, "answer").Concat(Answers(item)));

    private static IEnumerable<PocoNode> Named(PocoNode node, string name) =>
        ((IEnumerable<PocoNode>)[node]).FlatChildren(name);

    /// <summary>The weight that the response builder has put on each chosen option, asked of the option or of its answer.</summary>
    private static IEnumerable<PocoNode> Weight(PocoNode node)
    {
        var chosen = node.Poco is QuestionnaireResponse.AnswerComponent answer ? answer.Value : node.Poco;
        var weight =
            (chosen as Element)?.Extension.FirstOrDefault(e => e.Url is Ordinal or ItemWeight)?.Value as FhirDecimal;
        return weight?.Value is { } value ? [PocoNode.ForAnyPrimitive(value)] : [];
    }

    private static Regex Pattern(string pattern)
    {
        if (Patterns.TryGetValue(pattern, out var known))
            return known;
        var made = Made(pattern);
        if (Patterns.Count < KeptPatterns)
            Patterns.TryAdd(pattern, made);
        return made;
    }

    /// <summary>In time that grows with the text alone; a pattern that looks back or around has a limit in seconds instead.</summary>
    private static Regex Made(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, PatternLimit);
        }
    }

    private static int Nesting(string expression)
    {
        int depth = 0,
            most = 0;
        foreach (var c in expression)
            if (c is '(' or '[' or '{')
                most = Math.Max(most, ++depth);
            else if (c is ')' or ']' or '}')
                depth--;
        return most;
    }

    [GeneratedRegex(
        @"'(\\.|[^'\\])*'|(?<=\.)(?<typed>value(Boolean|Decimal|Integer|String|Coding|Date|DateTime|Time|Quantity|Uri))\b|(?<![\w.%'`])(?<typed>value(Boolean|Decimal|Integer|String|Coding|Date|DateTime|Time|Quantity|Uri))\b"
    )]
    private static partial Regex TypedValue();

    [GeneratedRegex(
        @"'(\\.|[^'\\])*'|%resource(?<levels>\.item)+\.where\(\s*linkId\s*(=\s*'(?<id>[^'\\]*)'|\.matches\(\s*'(?<pattern>[^'\\]*)'\s*\))\s*\)"
    )]
    private static partial Regex Lookup();
}
