using Inomya.Cli.Tests.Support;

namespace Inomya.Cli.Tests;

/// <summary>Answers that other programs wrote, scored on the command line.</summary>
public sealed class ScoreTests : IDisposable
{
    private readonly CommandLine _inomya = new();

    public void Dispose() => _inomya.Dispose();

    private Task<Run> ScoreAsync(string instrument, string items) =>
        _inomya.RunAsync(
            "score",
            instrument,
            "--answers",
            _inomya.Write(
                "response.json",
                $$"""{"resourceType":"QuestionnaireResponse","status":"completed","item":[{{items}}]}"""
            ),
            "--json"
        );

    private static string Answer(string linkId, string code) =>
        $$"""{"linkId":"{{linkId}}","answer":[{"valueCoding":{"system":"http://loinc.org","code":"{{code}}"} }]}""";

    [Fact]
    public async Task A_response_that_names_its_items_by_LOINC_is_scored()
    {
        string[] codes = ["69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"];
        var run = await ScoreAsync("GAD-7", string.Join(',', codes.Select(c => Answer("/69737-5/" + c, "LA6570-1"))));
        Assert.Equal(0, run.Exit);
        Assert.Equal(14, run.Json.GetProperty("scores").GetProperty("total").GetDouble());
    }

    [Fact]
    public async Task A_response_in_which_nothing_fits_is_refused_and_not_called_unanswered()
    {
        var run = await ScoreAsync("GAD-7", Answer("something", "LA6570-1"));
        Assert.NotEqual(0, run.Exit);
        Assert.Contains("no answer is to a question of gad-7", run.Error, StringComparison.Ordinal);
    }
}
