using Inomya.Content;
using Inomya.Tests.Questionnaires;
using Inomya.Vocabulary;

namespace Inomya.Tests.Content;

public class VocabularyTests
{
    private static readonly MeasureCatalogue Catalogue = new(ContentCheck.Content);
    private static readonly Words English = new(ContentCheck.Content);

    public static TheoryData<string> Measures => [.. Catalogue.Measures.Select(m => m.Id)];

    [Theory]
    [InlineData("en", 1, "h", "1 hour")]
    [InlineData("en", 1.04, "h", "1 hour")]
    [InlineData("en", 1.5, "h", "1.5 hours")]
    [InlineData("en", 0, "{steps}/d", "0 steps")]
    [InlineData("en", 1, "{score}", "1")]
    [InlineData("es", 1, "h", "1 hora")]
    [InlineData("es", 2, "h", "2 horas")]
    public void One_of_a_unit_is_said_as_one(string language, double value, string unit, string said) =>
        Assert.Equal(said, new Words(ContentCheck.Content, language).AmountOf(value, unit));

    [Fact]
    public async Task The_vocabulary_keeps_to_its_schemas()
    {
        Assert.Equal("", await ContentCheck.AgainstAsync("measures.schema.json", "vocabulary/measures.yaml"));
        Assert.Equal("", await ContentCheck.AgainstAsync("regions.schema.json", "vocabulary/regions.yaml"));
    }

    [Theory, MemberData(nameof(Measures))]
    public void Every_measure_has_its_words(string id)
    {
        var measure = Catalogue.Find(id)!;
        var wanted = new List<string> { $"measure.{id}" };
        if (measure is { Ask: not null, Kind: MeasureKind.Scale })
            wanted.AddRange([$"measure.{id}.ask", $"measure.{id}.low", $"measure.{id}.high"]);
        Assert.DoesNotContain(wanted, key => !English.Has(key));
    }

    [Theory, MemberData(nameof(Measures))]
    public void A_scale_rises_and_every_end_of_it_is_accepted(string id)
    {
        var measure = Catalogue.Find(id)!;
        foreach (var range in new[] { measure.Scale, measure.Plausible }.OfType<Scale>())
        {
            Assert.True(range.Low < range.Top);
            Assert.Null(measure.Refuses(range.Low));
            Assert.Null(measure.Refuses(range.Top));
            Assert.NotNull(measure.Refuses(range.Top + 1));
        }
    }

    [Fact]
    public void Every_region_has_its_words() =>
        Assert.DoesNotContain(
            Catalogue.Regions.SelectMany(r => (string[])[$"region.{r.Id}", $"region-group.{r.Group}"]),
            key => !English.Has(key)
        );

    [Fact]
    public void The_regions_are_the_19_of_the_list_and_left_mirrors_right()
    {
        var ids = Catalogue.Regions.Select(r => r.Id).ToHashSet();
        Assert.Equal(19, ids.Count);
        Assert.All(ids.Where(i => i.EndsWith("_left", StringComparison.Ordinal)), left =>
            Assert.Contains(left.Replace("_left", "_right", StringComparison.Ordinal), ids)
        );
    }
}
