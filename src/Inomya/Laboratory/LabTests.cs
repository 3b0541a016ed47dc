using System.Globalization;
using System.Text;
using Inomya.Content;
using Inomya.Journals;

namespace Inomya.Laboratory;

/// <summary>The tests of content/laboratory/tests.yaml.</summary>
public sealed class LabTests
{
    private const string FileName = "laboratory/tests.yaml";

    private readonly Dictionary<string, LabTest> _byId;
    private readonly Dictionary<string, LabTest> _byLoinc = new(StringComparer.Ordinal);
    private readonly List<string> _blood;
    private readonly Dictionary<string, LabTest> _byName = new(StringComparer.Ordinal);

    /// <exception cref="ContentException">The file cannot be used, or a code or name belongs to two tests.</exception>
    public LabTests(ContentFolder content)
    {
        var file = content.Read<TestFile>(FileName);
        (All, Sources) = (file.Tests, file.Sources);
        _blood = [.. file.Blood.Select(Plain)];
        _byId = All.ToDictionary(t => t.Id, StringComparer.Ordinal);
        foreach (var test in All)
            AddNames(test);
    }

    private void AddNames(LabTest test)
    {
        foreach (var code in test.Loinc)
            if (!_byLoinc.TryAdd(code, test))
                throw new ContentException(FileName, $"{code} belongs to two tests");
        foreach (var name in test.Names.Append(test.Id).Select(Plain).Distinct())
            if (!_byName.TryAdd(name, test))
                throw new ContentException(FileName, $"'{name}' names two tests");
    }

    public IReadOnlyList<LabTest> All { get; }

    /// <summary>By id: what each source is.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; }

    /// <summary>What a specimen is called says that it is blood, or of blood.</summary>
    public bool IsBlood(string specimen) =>
        Plain(specimen) is var plain && _blood.Exists(word => plain.Contains(word, StringComparison.Ordinal));

    /// <summary>By id; null when there is none.</summary>
    public LabTest? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The test a result belongs to: by its LOINC code, else by its name; null when the library does not know it.</summary>
    public LabTest? Of(string? loinc, string name) =>
        loinc is not null && _byLoinc.TryGetValue(loinc, out var byCode) ? byCode
        : loinc is null ? _byId.GetValueOrDefault(name) ?? _byName.GetValueOrDefault(Plain(name))
        : null;

    public LabTest? Of(LabResult result) => Find(result.Test) ?? Of(result.Loinc, result.Test);

    /// <summary>Tests with a name that holds what was typed, those that begin with it first.</summary>
    /// <param name="shown">What the person's language calls a test.</param>
    public IReadOnlyList<LabTest> Search(string typed, Func<LabTest, string> shown)
    {
        var wanted = Plain(typed);
        if (wanted.Length == 0)
            return [];
        return
        [
            .. All.Select(t => (Test: t, Shown: shown(t)))
                .Select(f => (f.Test, f.Shown, At: FirstAt(wanted, f.Test, f.Shown)))
                .Where(f => f.At >= 0)
                .OrderBy(f => f.At > 0)
                .ThenBy(f => f.Shown, StringComparer.CurrentCultureIgnoreCase)
                .Select(f => f.Test),
        ];
    }

    /// <summary>Where in any name of a test what was typed stands first; -1 for nowhere.</summary>
    private static int FirstAt(string wanted, LabTest test, string shown) =>
        test
            .Names.Append(test.Id)
            .Append(shown)
            .Concat(test.Loinc)
            .Select(n => Plain(n).IndexOf(wanted, StringComparison.Ordinal))
            .Where(i => i >= 0)
            .DefaultIfEmpty(-1)
            .Min();

    /// <summary>Results of one test by the name that shows them next to each other: the test's id, or the name and code the laboratory gave.</summary>
    public string GroupOf(LabResult result) => Of(result)?.Id ?? $"{result.Loinc}|{Plain(result.Test)}";

    /// <summary>Small letters and figures without accents: how names are compared.</summary>
    internal static string Plain(string name) =>
        string.Concat(
                name.Normalize(NormalizationForm.FormD)
                    .Where(c =>
                        CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
                        && char.IsLetterOrDigit(c)
                    )
            )
            .ToLowerInvariant();

    private sealed class TestFile
    {
        public List<string> Blood { get; set; } = [];
        public List<LabTest> Tests { get; set; } = [];
        public Dictionary<string, string> Sources { get; set; } = [];
    }
}
