using Inomya.Content;
using Inomya.Vocabulary;
using NodaTime;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Inomya.SupportPacks;

/// <summary>Reads a pack as people write it, and tells every fault of the file at once, each with its line.</summary>
/// <remarks>
/// A pack may come from anyone, so nothing is taken on trust: size and depth are looked at before it is read, and no
/// part may point to another (a few lines could else become millions).
/// </remarks>
public sealed class PackReader
{
    /// <summary>As many characters as some hundred entries need.</summary>
    public const int MostCharacters = 200_000;

    /// <summary>Stream, document, pack, entries, an entry, its texts; one more does no harm.</summary>
    private const int Deepest = 7;
    private const string ManyCountries = "international";

    private static readonly string[] OfPack = ["country", "maintained-by", "expires", "entries"];
    private static readonly string[] OfEntry =
    [
        "id",
        "kind",
        "name",
        "what",
        "address",
        "phone",
        "languages",
        "scope",
        "region",
        "costs",
        "source",
        "checked",
        "verified",
    ];

    private static readonly string[] Marks = ["seen", "secondary", Seen.Memory];

    private readonly string _file;
    private readonly List<PackFault> _faults = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private PackReader(string file) => _file = file;

    /// <param name="file">The name by which a fault tells where it is.</param>
    public static PackReading Read(string file, string text)
    {
        var reader = new PackReader(file);
        var root = text.Length > MostCharacters ? reader.Refuse(1, PackProblem.TooLong) : reader.Root(text);
        var pack = root is null ? null : reader.Pack(root);
        return new PackReading(file, reader._faults.Count == 0 ? pack : null, reader._faults);
    }

    /// <summary>A file that could not even be opened.</summary>
    public static PackReading Unreadable(string file) =>
        new(file, null, [new PackFault(file, 1, PackProblem.Unreadable)]);

    private YamlMappingNode? Root(string text)
    {
        try
        {
            if (LineTooDeep(text) is { } line)
                return Refuse(line, PackProblem.TooDeep);
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml.Documents is [{ RootNode: YamlMappingNode root }] ? root : Refuse(1, PackProblem.NotYaml);
        }
        catch (YamlException e)
        {
            return Refuse(Math.Max(1, e.Start.Line), PackProblem.NotYaml);
        }
    }

    /// <summary>The tree is built by recursion, which a thousand brackets would end for the whole app: so they are counted first.</summary>
    private static long? LineTooDeep(string text)
    {
        var (parser, depth) = (new Parser(new StringReader(text)), 0);
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (parser.Current is AnchorAlias || depth > Deepest)
                return parser.Current.Start.Line;
        }
        return null;
    }

    private SupportPack Pack(YamlMappingNode root)
    {
        var fields = Of(root);
        fields.Only(OfPack);
        var country = fields.Read("country", CountryOf, PackProblem.NotACountry);
        var (by, expires) = (fields.Name("maintained-by"), fields.Day("expires"));
        var entries = fields.List("entries").Select(node => Entry(node, expires)).ToList();
        var shown = entries.OfType<SupportEntry>().ToList();
        return new SupportPack(
            country == ManyCountries ? null : country,
            by,
            expires,
            shown,
            entries.Count - shown.Count
        );
    }

    private static string? CountryOf(string text) => text == ManyCountries ? text : Countries.Find(text);

    /// <summary>Null for what nobody looked up, and for what is no entry.</summary>
    private SupportEntry? Entry(YamlNode node, LocalDate expires)
    {
        if (node is not YamlMappingNode map)
        {
            Refuse(node.Start.Line, PackProblem.NotAList, "entries");
            return null;
        }

        var fields = Of(map);
        fields.Only(OfEntry);
        var mark = Mark(fields);
        var entry = Entry(fields, expires, mark == Marks[0]);
        return Seen.Was(mark) ? entry : null;
    }

    private SupportEntry Entry(PackFields fields, LocalDate expires, bool isOwnWord) =>
        new(
            Id(fields),
            fields.OneOf<SupportKind>("kind"),
            fields.Name("name"),
            What(fields),
            fields.Read("address", AddressOf, PackProblem.NotAnAddress)!,
            Phone(fields),
            Languages(fields),
            fields.OneOf<SupportScope>("scope"),
            Region(fields),
            fields.OneOf<SupportCosts>("costs"),
            fields.Text("source"),
            Checked(fields, expires),
            isOwnWord
        );

    private static string? Phone(PackFields fields) =>
        fields.Has("phone") ? fields.Read("phone", PhoneOf, PackProblem.NotANumber) : null;

    private string Id(PackFields fields)
    {
        var id = fields.Name("id");
        if (id.Length > 0 && !_ids.Add(id))
            Refuse(fields.LineOf("id"), PackProblem.SameId, id);
        return id;
    }

    private Dictionary<string, string> What(PackFields fields)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, text, line) in fields.Map("what"))
        {
            CheckLanguage(language, line);
            if (text.Length is 0 or > PackFields.LongestText)
                Refuse(line, text.Length == 0 ? PackProblem.Missing : PackProblem.TooLong, language);
            texts[language] = text;
        }
        return texts;
    }

    private List<string> Languages(PackFields fields)
    {
        var nodes = fields.List("languages");
        foreach (var node in nodes)
            CheckLanguage(PackFields.Written(node), node.Start.Line);
        return [.. nodes.Select(PackFields.Written).Distinct()];
    }

    private void CheckLanguage(string tag, long line)
    {
        if (tag.Length is not (2 or 3) || !tag.All(char.IsAsciiLetterLower))
            Refuse(line, PackProblem.NotALanguage, tag);
    }

    /// <summary>A region has to be named where an entry is for a region only, and only there.</summary>
    private static string? Region(PackFields fields) =>
        fields.Has("region") || fields.Name("scope") == "region" ? fields.Name("region") : null;

    private LocalDate Checked(PackFields fields, LocalDate expires)
    {
        var day = fields.Day("checked");
        if (day > expires && expires > LocalDate.MinIsoValue)
            Refuse(fields.LineOf("checked"), PackProblem.AfterExpiry, "checked");
        return day;
    }

    private string Mark(PackFields fields)
    {
        var mark = fields.Name("verified");
        if (mark.Length > 0 && !Marks.Contains(mark))
            Refuse(fields.LineOf("verified"), PackProblem.NotOneOf, "verified", string.Join(", ", Marks));
        return mark;
    }

    /// <summary>A whole web address without a name or password before the host, which could pose as another.</summary>
    private static Uri? AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", UserInfo: "", Host.Length: > 0 }
            ? address
            : null;

    private static string? PhoneOf(string text) =>
        text.TrimStart('+') is { Length: > 2 and <= 20 } figures
        && figures.All(c => char.IsAsciiDigit(c) || c == ' ')
        && text.LastIndexOf('+') <= 0
            ? text
            : null;

    private PackFields Of(YamlMappingNode map) =>
        new(map, (line, problem, field, value) => Refuse(line, problem, field, value));

    private YamlMappingNode? Refuse(long line, PackProblem problem, string field = "", string value = "")
    {
        var fault = new PackFault(_file, line, problem, field, value);
        if (!_faults.Contains(fault))
            _faults.Add(fault);
        return null;
    }
}
