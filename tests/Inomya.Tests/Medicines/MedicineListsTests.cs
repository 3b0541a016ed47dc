using Inomya.Bench.Medicines;
using Inomya.Medicines;

namespace Inomya.Tests.Medicines;

/// <summary>
/// Made lists with what must be found on them, and ordinary ones on which nothing may sound an alarm.
/// </summary>
public class MedicineListsTests
{
    private static readonly string[] Files = ["samples/medicine-lists.json", "data/label-lists.json"];

    public static TheoryData<string> Made => [.. Files.SelectMany(Read).Select(l => l.Id)];

    [Theory]
    [MemberData(nameof(Made))]
    public void What_must_be_found_on_a_list_is_found_and_what_must_not_is_not(string id)
    {
        var list = Files.SelectMany(Read).Single(l => l.Id == id);
        var findings = list.Check(Shelf.Check);
        Assert.All(list.Must, m => Assert.Contains(findings, m.IsMetBy));
        Assert.All(list.MustNot, m => Assert.DoesNotContain(findings, m.IsMetBy));
    }

    [Fact]
    public void Ordinary_lists_stay_quiet() =>
        Assert.DoesNotContain(
            Read("data/ordinary-lists.json")
                .SelectMany(l => l.Check(Shelf.Check).Select(f => (l.Id, f.Rule, f.Severity))),
            f => f.Severity >= Severity.Serious
        );

    [Fact]
    public void A_kind_that_does_not_exist_is_refused_with_its_place()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(
            path,
            """[{"id": "x", "list": [{"name": "aspirin"}], "must": [{"kind": "zorbl", "between": ["aspirin"]}]}]"""
        );
        Assert.Contains(
            "x: 'zorbl'",
            Assert.Throws<FormatException>(() => ExpectedList.Read(path, Shelf.Catalogue.Units)).Message,
            StringComparison.Ordinal
        );
    }

    private static IReadOnlyList<ExpectedList> Read(string file) =>
        ExpectedList.Read(Path.Combine(AppContext.BaseDirectory, file), Shelf.Catalogue.Units);
}
