using Inomya.Content;
using Inomya.Laboratory;

namespace Inomya.LookAlikes;

/// <summary>The look-alikes of content/conditions, with the signs and tests they share.</summary>
public sealed class LookAlikeCatalogue
{
    private const string File = "look-alikes/look-alikes.yaml";

    private readonly Dictionary<string, SignFlag?> _flagOfSign;
    private readonly Dictionary<string, LookAlike> _byId;

    /// <param name="laboratory">Knows which test a result is of.</param>
    /// <exception cref="ContentException">
    /// The file cannot be used, or names a sign, test or source that is not there.
    /// </exception>
    public LookAlikeCatalogue(ContentFolder content, LabTests laboratory)
    {
        Laboratory = laboratory;
        var file = content.Read<LookAlikeFile>(File);
        Sources = file.Sources;
        Tests = file.Tests.ToDictionary(t => t.Id, StringComparer.Ordinal);
        AllKnown(file.Tests.SelectMany(t => t.Labs), id => laboratory.Find(id) is not null, "a test");
        _flagOfSign = file.Signs.ToDictionary(s => s.Id, FlagOf, StringComparer.Ordinal);
        NowForDays = file.NowForDays;
        PositiveWords = file.PositiveWords;
        NegativeWords = file.NegativeWords;
        All = [.. file.Conditions.Select(Read)];
        _byId = All.ToDictionary(c => c.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order of the file: group by group.</summary>
    public IReadOnlyList<LookAlike> All { get; }

    public LabTests Laboratory { get; }

    public IReadOnlyDictionary<string, ConditionTest> Tests { get; }
    public IReadOnlyDictionary<string, ContentSource> Sources { get; }

    /// <summary>What laboratories write for a result that was found.</summary>
    public IReadOnlyList<string> PositiveWords { get; }

    /// <summary>What they write for one that was not; goes before <see cref="PositiveWords"/>.</summary>
    public IReadOnlyList<string> NegativeWords { get; }

    /// <summary>By id; null when there is none.</summary>
    public LookAlike? Find(string id) => _byId.GetValueOrDefault(id);

    public bool HasSign(string id) => _flagOfSign.ContainsKey(id);

    /// <summary>
    /// The red flag that a sign is when it is so now, whose advice comes before all else; null when it is none.
    /// </summary>
    public SignFlag? RedFlagOf(string sign) => _flagOfSign.GetValueOrDefault(sign);

    /// <summary>So long "it is so now" is about now.</summary>
    public int NowForDays { get; }

    private LookAlike Read(ConditionRow row)
    {
        Check(row);
        return new LookAlike(
            row.Id,
            row.Group,
            row.See,
            [.. row.Clues.Where(c => Seen.Was(Sources[c.Source].Verified))],
            [.. row.Tests.Select(t => Tests[t])],
            row.Telling,
            row.AskWith,
            [.. row.Sources.Select(s => Sources[s])]
        );
    }

    /// <summary>Everything that a condition names is there.</summary>
    private void Check(ConditionRow row)
    {
        foreach (var clue in row.Clues)
            CheckClue(clue, row.Id);
        CheckTests(row);
        if (row.AskWith is { } rule)
            CheckRule(rule, row);
        AllKnown(row.Sources, Sources.ContainsKey, row.Id);
    }

    private static SignFlag? FlagOf(SignRow sign) => sign.RedFlag is { } flag ? new SignFlag(flag, sign.More) : null;

    private void CheckClue(Clue clue, string condition)
    {
        Known(clue.Source, Sources.ContainsKey, condition);
        if (clue.Sign is { } sign)
            Known(sign, _flagOfSign.ContainsKey, condition);
        if (clue.Lab is { } lab)
            Known(lab, Tests.ContainsKey, condition);
    }

    private void CheckTests(ConditionRow row)
    {
        AllKnown(row.Tests.Concat(row.TestsFromMemory), Tests.ContainsKey, row.Id);
        AllKnown(row.Telling, row.Tests.Contains, row.Id);
    }

    private void CheckRule(AskRule rule, ConditionRow row)
    {
        Known(rule.Sign, s => row.Clues.Exists(c => c.Sign == s), row.Id);
        Known(rule.Source, Sources.ContainsKey, row.Id);
    }

    private static void AllKnown(IEnumerable<string> ids, Func<string, bool> there, string condition)
    {
        foreach (var id in ids)
            Known(id, there, condition);
    }

    private static void Known(string id, Func<string, bool> there, string condition)
    {
        if (!there(id))
            throw new ContentException(File, $"{condition} names '{id}', which is not there");
    }

    private sealed class LookAlikeFile
    {
        public string? ReviewedBy { get; init; }
        public string Licence { get; init; } = "";
        public int NowForDays { get; init; }
        public List<string> PositiveWords { get; init; } = [];
        public List<string> NegativeWords { get; init; } = [];
        public List<ConditionRow> Conditions { get; init; } = [];
        public List<SignRow> Signs { get; init; } = [];
        public List<ConditionTest> Tests { get; init; } = [];
        public Dictionary<string, ContentSource> Sources { get; init; } = [];
    }

    private sealed class ConditionRow
    {
        public string Id { get; init; } = "";
        public string Group { get; init; } = "";
        public string See { get; init; } = "";
        public List<Clue> Clues { get; init; } = [];
        public List<string> Tests { get; init; } = [];
        public List<string> TestsFromMemory { get; init; } = [];
        public List<string> Telling { get; init; } = [];
        public AskRule? AskWith { get; init; }
        public List<string> Sources { get; init; } = [];
    }

    private sealed class SignRow
    {
        public string Id { get; init; } = "";
        public string? RedFlag { get; init; }
        public string? More { get; init; }
    }
}
