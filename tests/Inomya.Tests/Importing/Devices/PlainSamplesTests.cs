using Inomya.Importing;

namespace Inomya.Tests.Importing.Devices;

public class PlainSamplesTests
{
    private static ImportSink Read(string json) => DeviceFiles.Read("ingest.json", json);

    [Fact]
    public void A_list_or_samples_in_an_object_are_the_same()
    {
        const string One =
            """[{"measure":"steps","start":"2026-06-01T07:00:00Z","end":"2026-06-01T07:15:00Z","value":412,"unit":"count","source":"Watch"}]""";
        var told = Read(One).Told();
        Assert.Equal(["steps [Watch] 2026-06-01T07:00:00Z..2026-06-01T07:15:00Z = 412"], told);
        Assert.Equal(told, Read($$"""{"samples":{{One}}}""").Told());
    }

    [Fact]
    public void A_moment_a_unit_and_a_stage_of_sleep_are_read() =>
        Assert.Equal(
            [
                "body_weight [JSON] 2026-06-01T05:00:00Z = 70",
                "sleep_stages [Ring] 2026-05-31T22:00:00Z..2026-05-31T23:00:00Z = 4",
            ],
            Read(
                    """
                    [{"measure":"body_weight","time":"2026-06-01T05:00:00Z","value":154.3235835294143,"unit":"lb"},
                     {"measure":"sleep","start":"2026-05-31T22:00:00Z","end":"2026-05-31T23:00:00Z","stage":"deep","source":"Ring"}]
                    """
                )
                .Told()
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("""{"measure":"tiredness","start":"2026-06-01T07:00:00Z","value":4}""", "no-such-measure")]
    [InlineData("""{"measure":"steps","start":"soon","value":4}""", "not-a-date")]
    [InlineData("""{"measure":"steps","start":"2026-06-01T07:00:00Z","value":"many"}""", "not-a-number")]
    public void What_cannot_be_is_refused_by_its_place(string record, string why) =>
        Assert.Equal([$"1 {why}"], Read($"[{record}]").Refused.Select(r => $"{r.Line} {r.Why}"));
}
