using Inomya.Bench.Medicines;
using Inomya.Medicines;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Inomya.Tests.Medicines;

/// <summary>
/// The medicine check against a thesaurus that nobody here wrote: what is told, and what is left out on purpose.
/// </summary>
public class ThesaurusTests
{
    private static readonly IReadOnlyList<ThesaurusPair> Pairs = Thesaurus.Read(
        Path.Combine(AppContext.BaseDirectory, "data", "thesaurus-ansm-2020.json")
    );

    private static readonly ILookup<bool, ThesaurusPair> Told = Pairs
        .Where(p => p.Level != "PC")
        .ToLookup(p => Thesaurus.IsTold(Shelf.Catalogue, Shelf.Check, p));

    [Theory]
    [InlineData("CI", 99)]
    [InlineData("AD", 95)]
    [InlineData("PE", 80)]
    public void Most_pairs_of_a_level_are_told(string level, double percent)
    {
        var told = Told[true].Count(p => p.Level == level);
        Assert.InRange(100.0 * told / Pairs.Count(p => p.Level == level), percent, 100);
    }

    [Fact]
    public void What_is_contraindicated_or_advised_against_and_not_told_stands_with_its_reason()
    {
        var untold = Told[false].Where(p => p.Level is "CI" or "AD").Select(Key).Distinct().Order();
        Assert.Equal(Differences().Where(d => d.Told is null).SelectMany(d => d.Pairs).Select(Key).Order(), untold);
    }

    [Theory]
    [InlineData("CI")]
    [InlineData("AD")]
    public void What_is_ruled_out_or_advised_against_and_told_as_less_than_serious_stands_with_its_reason(string level)
    {
        var known = Differences().Where(d => d.Told is not null && d.Level == level).ToList();
        Assert.All(known, d => Assert.True(d.Why.Length > 20, d.Between));
        var milder = Told[true]
            .Where(p => p.Level == level && (level == "CI" || p.IsOfOneLevel))
            .Where(p => Thesaurus.Found(Shelf.Catalogue, Shelf.Check, p).Max(f => f.Severity) < Severity.Serious)
            .Select(p => p.Row)
            .Distinct()
            .Order();
        Assert.Equal(known.Select(d => d.Between!).Order(), milder);
    }

    private static IReadOnlyList<Difference> Differences() =>
        new DeserializerBuilder()
            .WithNamingConvention(HyphenatedNamingConvention.Instance)
            .Build()
            .Deserialize<DifferenceFile>(
                File.ReadAllText(Path.Combine(Shelf.Content.Path, "medicines/check/thesaurus-differences.yaml"))
            )
            .Differences;

    private static string Key(ThesaurusPair pair) => Key([pair.First, pair.Second]);

    private static string Key(IEnumerable<string> pair) => string.Join('+', pair.Order(StringComparer.Ordinal));

    private sealed class DifferenceFile
    {
        public List<Difference> Differences { get; set; } = [];
    }

    private sealed class Difference
    {
        public List<List<string>> Pairs { get; set; } = [];
        public string? Between { get; set; }
        public string Level { get; set; } = "CI";
        public string? Told { get; set; }
        public string Reason { get; set; } = "";
        public string Why { get; set; } = "";
        public List<string> Sources { get; set; } = [];
    }
}
