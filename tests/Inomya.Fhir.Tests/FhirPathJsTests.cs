using System.Text.Json;
using System.Text.Json.Nodes;
using Inomya.Questionnaires;
using Inomya.Tests.Questionnaires;

namespace Inomya.Fhir.Tests;

/// <summary>Our expressions under fhirpath.js, an engine that shares nothing with ours.</summary>
public class FhirPathJsTests
{
    private const string Folder = "fhirpathjs";

    private static List<string> All => [.. Vectors.Ids.Concat(Vectors.IdsOfOthers).Select(id => id.Data)];

    [Fact]
    public async Task Another_engine_gives_the_same_scores_for_every_vector()
    {
        var ready = await NodeProgram.InstalledAsync(Folder, "fhirpath");
        Assert.SkipWhen(ready is not null, ready ?? "");

        var cases = new JsonArray([.. All.Select(Case)]);
        var (code, output, error) = await NodeProgram.RunAsync(Folder, "node", ["check.mjs"], cases.ToJsonString());
        Assert.True(code == 0, error);

        using var results = JsonDocument.Parse(output);
        Assert.Equal(All.Count, results.RootElement.GetArrayLength());
        foreach (var result in results.RootElement.EnumerateArray())
            Vectors.Agree(result.GetProperty("id").GetString()!, name =>
                Plain(result.GetProperty("values").GetProperty(name))
            );
    }

    private static JsonObject Case(string id)
    {
        var (instrument, rule) = Vectors.RuleOf(id);
        var form = instrument.Form.Value;
        var prefix = $"score.{rule}.";
        return new JsonObject
        {
            ["id"] = id,
            ["response"] = JsonNode.Parse(ResponseJson.Write(Vectors.Answers(id), completed: true, all: true)),
            ["variables"] = new JsonArray([.. form.Variables.Select(v => new JsonArray(v.Name, v.Expression))]),
            ["expressions"] = new JsonArray([
                .. form
                    .All.Where(i => i.LinkId.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(i => new JsonArray(i.LinkId[prefix.Length..], i.Calculated)),
            ]),
        };
    }

    private static object? Plain(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => value.GetString(),
            _ => null,
        };
}
