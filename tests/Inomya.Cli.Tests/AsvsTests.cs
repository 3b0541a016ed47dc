using System.Text.RegularExpressions;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Inomya.Cli.Tests;

/// <summary>docs/security/asvs.yaml answers every requirement of ASVS 5.0.0, levels 1 and 2, and each proof is there.</summary>
public sealed partial class AsvsTests
{
    private const string Met = "met";
    private const string NotMet = "not met";
    private const string DoesNotApply = "does not apply";

    /// <summary>Level 3 is beyond what is answered.</summary>
    private const int HighestLevel = 2;

    private static readonly string Root = FindRoot();

    private static readonly List<Requirement> Answered = Read(
        File.ReadAllText(Path.Combine(Root, "docs", "security", "asvs.yaml"))
    );

    [Fact]
    public void The_list_of_numbers_is_that_of_the_standard()
    {
        var levels = Sections()
            .SelectMany(s => s.Levels)
            .GroupBy(level => level)
            .ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal((70, 183, 92), (levels[1], levels[2], levels[3]));
    }

    [Fact]
    public void Every_requirement_of_levels_1_and_2_is_answered_once() => Nothing(Misnumbered(Answered));

    [Fact]
    public void Every_answer_has_a_known_status_a_reason_and_what_its_status_needs() =>
        Nothing(Answered.SelectMany(Unfounded));

    [Fact]
    public void Every_proof_is_a_file_or_a_test_that_there_is() => Nothing(Answered.SelectMany(Unproven));

    /// <summary>The checks above see what they are for: each of these faults is told.</summary>
    [Theory]
    [InlineData("- id: 99.1.1\n  asks: A\n  status: met\n  proof: [README.md]\n  why: B", "99.1.1 is no requirement")]
    [InlineData("- id: 1.1.1\n  asks: A\n  status: met\n  proof: [README.md]\n  why: B", "1.1.2 is missing")]
    [InlineData("- id: 1.1.1\n  asks: A\n  status: met\n  why: B", "1.1.1 is met without a proof")]
    [InlineData("- id: 1.1.1\n  asks: A\n  status: not met\n  why: B", "1.1.1 is not met and names no issue")]
    [InlineData("- id: 1.1.1\n  asks: A\n  status: does not apply\n  why: ' '", "1.1.1 gives no reason")]
    [InlineData("- id: 1.1.1\n  asks: A\n  status: fine\n  why: B", "1.1.1 has the status 'fine'")]
    [InlineData("- id: 1.1.1\n  asks: A\n  status: met\n  proof: [src/None.cs]\n  why: B", "1.1.1 names src/None.cs")]
    [InlineData(
        "- id: 1.1.1\n  asks: A\n  status: met\n  proof: [AsvsTests.No_such_sentence]\n  why: B",
        "1.1.1 names AsvsTests.No_such_sentence"
    )]
    public void A_fault_in_the_list_is_told(string yaml, string told)
    {
        var list = Read(yaml);
        var found = Misnumbered(list).Concat(list.SelectMany(Unfounded)).Concat(list.SelectMany(Unproven));
        Assert.Contains(found, f => f.StartsWith(told, StringComparison.Ordinal));
    }

    /// <summary>One row of the file.</summary>
    private sealed record Requirement
    {
        public string Id { get; init; } = "";
        public string Asks { get; init; } = "";
        public string Status { get; init; } = "";

        /// <summary>Where what is missing is worked on; null where nothing is.</summary>
        public int? Issue { get; init; }
        public List<string> Proof { get; init; } = [];
        public string Why { get; init; } = "";
    }

    private sealed record Section(string Number, IReadOnlyList<int> Levels);

    private static IEnumerable<string> Misnumbered(List<Requirement> list)
    {
        var wanted = Sections()
            .SelectMany(s => s.Levels.Select((level, i) => (Id: $"{s.Number}.{i + 1}", Level: level)))
            .Where(r => r.Level <= HighestLevel)
            .Select(r => r.Id)
            .ToHashSet();
        var given = list.Select(r => r.Id).ToList();
        return
        [
            .. wanted.Except(given).Select(id => $"{id} is missing"),
            .. given.Where(id => !wanted.Contains(id)).Select(id => $"{id} is no requirement of levels 1 and 2"),
            .. given.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => $"{g.Key} is there twice"),
        ];
    }

    private static IEnumerable<string> Unfounded(Requirement row)
    {
        if (row.Status is not (Met or NotMet or DoesNotApply))
            yield return $"{row.Id} has the status '{row.Status}'";
        if (string.IsNullOrWhiteSpace(row.Why) || string.IsNullOrWhiteSpace(row.Asks))
            yield return $"{row.Id} gives no reason, or does not say what it asks";
        if (row.Status == Met && row.Proof.Count == 0)
            yield return $"{row.Id} is met without a proof";
        if (row.Status == NotMet && row.Issue is null)
            yield return $"{row.Id} is not met and names no issue";
    }

    private static IEnumerable<string> Unproven(Requirement row) =>
        row
            .Proof.Where(p => !(IsTest(p) ? HasTest(p) : File.Exists(Path.Combine(Root, p))))
            .Select(p => $"{row.Id} names {p}, which is not there");

    private static bool IsTest(string proof) =>
        !proof.Contains('/') && proof.Contains("Tests.", StringComparison.Ordinal);

    private static bool HasTest(string proof)
    {
        var (type, method) = (proof.Split('.')[0], proof.Split('.')[1]);
        return Directory
            .EnumerateFiles(Path.Combine(Root, "tests"), $"{type}.cs", SearchOption.AllDirectories)
            .Any(f => Method().Matches(File.ReadAllText(f)).Any(m => m.Groups[1].Value == method));
    }

    private static List<Requirement> Read(string yaml) =>
        new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .Build()
            .Deserialize<List<Requirement>>(yaml);

    /// <summary>Each section with the levels of its requirements, in order.</summary>
    private static IEnumerable<Section> Sections() =>
        File.ReadLines(Path.Combine(Root, "tests", "samples", "asvs-5.0.0.txt"))
            .Select(line => line.Split(' '))
            .Select(parts => new Section(parts[0].TrimStart('V'), [.. parts[1].Select(digit => digit - '0')]));

    private static void Nothing(IEnumerable<string> found) => Assert.Empty(string.Join('\n', found));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Inomya.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException("No Inomya.slnx above the tests.");
    }

    [GeneratedRegex(@"public (?:static )?(?:async )?(?:void|Task) (\w+)\(")]
    private static partial Regex Method();
}
