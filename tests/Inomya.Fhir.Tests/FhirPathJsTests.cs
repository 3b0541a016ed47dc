using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inomya.Questionnaires;
using Inomya.Tests.Questionnaires;

namespace Inomya.Fhir.Tests;

/// <summary>Our expressions under fhirpath.js, an engine that shares nothing with ours.</summary>
public class FhirPathJsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fhirpathjs");

    private static List<string> All => [.. Vectors.Ids.Concat(Vectors.IdsOfOthers).Select(id => id.Data)];

    [Fact]
    public async Task Another_engine_gives_the_same_scores_for_every_vector()
    {
        var ready = await InstalledAsync();
        Assert.SkipWhen(ready is not null, ready ?? "");

        var cases = new JsonArray([.. All.Select(Case)]);
        var (code, output, error) = await RunAsync("node", ["check.mjs"], cases.ToJsonString());
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

    /// <summary>Null when fhirpath.js is there; otherwise why it is not.</summary>
    private static async Task<string?> InstalledAsync()
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "fhirpath")))
            return null;
        try
        {
            var (code, _, error) = await RunAsync(
                "npm",
                ["install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"],
                ""
            );
            return code == 0 ? null : $"npm could not install fhirpath: {error}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node.js is not installed; fhirpath.js needs it.";
        }
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(
        string program,
        string[] arguments,
        string input
    )
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
