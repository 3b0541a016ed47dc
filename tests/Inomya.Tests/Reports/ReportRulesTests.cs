using Inomya.Content;
using Inomya.Reports;
using Inomya.Tests.Medicines;
using Inomya.Tests.Questionnaires;

namespace Inomya.Tests.Reports;

/// <summary>The rules of reports are whole, and what they name is there.</summary>
public class ReportRulesTests
{
    private static readonly ReportRules Rules = ReportRules.Read(Shelf.Content);

    [Fact]
    public async Task The_file_keeps_to_its_schema() =>
        Assert.Equal("", await ContentCheck.AgainstAsync("report-rules.schema.json", "reports/rules.yaml"));

    [Fact]
    public void Every_measure_and_questionnaire_named_is_there()
    {
        var measures = Shelf.Reports.Measures;
        Assert.All(
            Rules.Measures.Concat(Rules.Second).Concat(Rules.PrivateMeasures).Concat(Rules.High.Select(h => h.Measure)),
            id => Assert.NotNull(measures.Find(id))
        );
        Assert.All(Rules.PrivateInstruments, id => Assert.NotNull(Shelf.Reports.Instruments.Find(id)));
    }

    [Fact]
    public void What_nobody_looked_up_is_called_high_nowhere()
    {
        var rules = new ReportRules
        {
            High =
            [
                new()
                {
                    Measure = "pain",
                    From = 7,
                    Verified = Seen.Memory,
                },
            ],
        };
        Assert.Empty(rules.HighFrom);
        Assert.Equal(7, Rules.HighFrom["pain"]);
    }
}
