using Inomya.Series;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;

namespace Inomya.Tests.Series;

/// <summary>What a column is called in tables, settings and addresses is read back as it was written.</summary>
public class ColumnNameTests
{
    public static TheoryData<string, string, string?, double?, double?> Names { get; } =
        new()
        {
            { "pain", "pain", null, null, null },
            { "pain@neck", "pain", "neck", null, null },
            { "fatigue[0-4]", "fatigue", null, 0, 4 },
            { "pain@lower_leg_left[0-100]", "pain", "lower_leg_left", 0, 100 },
            { "change[-5-5]", "change", null, -5, 5 },
            { "own-one[0.5-2.25]", "own-one", null, 0.5, 2.25 },
        };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_read_as_it_was_written(string name, string measure, string? region, double? low, double? top)
    {
        var column = new ColumnName(measure, region, low is null ? null : new Scale(low.Value, top!.Value));
        Assert.Equal(name, column.Name);
        Assert.Equal(column, ColumnName.Parse(name));
    }

    [Theory]
    [InlineData("duloxetine")]
    [InlineData("a@b")]
    [InlineData("tea [strong]")]
    [InlineData("magnesium [0-4]")]
    [InlineData("took:twice")]
    public void A_treatment_may_be_called_anything(string treatment)
    {
        var column = ColumnName.Parse(ColumnName.OfTreatment(treatment).Name);
        Assert.Equal(ColumnName.OfTreatment(treatment), column);
        Assert.Equal(treatment, column.Treatment);
        Assert.Null(column.Region);
    }

    [Theory]
    [InlineData("pain@")]
    [InlineData("@neck")]
    [InlineData("pain[4]")]
    [InlineData("pain[a-b]")]
    [InlineData("")]
    public void What_nobody_wrote_is_a_measure_of_that_name(string name) =>
        Assert.Equal(new ColumnName(name), ColumnName.Parse(name));

    [Fact]
    public void People_read_the_measure_the_region_and_the_scale()
    {
        var pain = new Inomya.Content.MeasureCatalogue(Shelf.Content).Find("pain");
        var words = new Inomya.Content.Words(Shelf.Content, "en");
        Assert.Equal("Pain, Neck", words.NameOf(ColumnName.Parse("pain@neck"), pain));
        Assert.Equal("Pain (0-4)", words.NameOf(ColumnName.Parse("pain[0-4]"), pain));
        Assert.Equal("tea", words.NameOf(ColumnName.Parse("took:tea"), null));
    }
}
