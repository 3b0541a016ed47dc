using System.Text.Json;
using Inomya.Content;
using Inomya.Questionnaires;

namespace Inomya.Tests.Questionnaires;

/// <summary>
/// The scoring vectors of tests/samples: answers and the scores they must give, ours and those that others published
/// with scorers of their own.
/// </summary>
public static class Vectors
{
    public static readonly Instruments Instruments = new(new ContentFolder());

    private static readonly Dictionary<string, JsonElement> Ours = Read("scoring-vectors.json");
    private static readonly Dictionary<string, JsonElement> Others = Read("independent-vectors.json");
    private static readonly Dictionary<string, JsonElement> ById = new([.. Ours, .. Others]);

    public static TheoryData<string> Ids => [.. Ours.Keys];

    public static TheoryData<string> IdsOfOthers => [.. Others.Keys];

    public static JsonElement Of(string id) => ById[id];

    public static (Instrument Instrument, string Rule) RuleOf(string id) =>
        Instruments.FindRule(Of(id).GetProperty("instrument").GetString()!)!.Value;

    /// <summary>The answers as the form of the instrument takes them.</summary>
    public static FormAnswers Answers(string id)
    {
        var answers = PlainAnswers.Fit(
            RuleOf(id).Instrument.Form.Value,
            Of(id).GetProperty("answers"),
            out var unknown
        );
        Assert.Empty(unknown);
        return answers;
    }

    /// <summary>Each expected score is there, within the vector's tolerance.</summary>
    public static void Agree(string id, Func<string, object?> score)
    {
        var tolerance = Of(id).TryGetProperty("tolerance", out var given) ? given.GetDouble() : 1e-9;
        foreach (var expected in Of(id).GetProperty("expected").EnumerateObject())
        {
            var actual = score(expected.Name);
            var agrees = expected.Value.ValueKind switch
            {
                JsonValueKind.Null => actual is null,
                JsonValueKind.True => actual is true,
                JsonValueKind.False => actual is false,
                JsonValueKind.String => actual is string word && word == expected.Value.GetString(),
                _ => actual is double number && Math.Abs(number - expected.Value.GetDouble()) <= tolerance,
            };
            Assert.True(
                agrees,
                $"{id} {expected.Name}: expected {expected.Value.GetRawText()}, got {actual ?? "null"}"
            );
        }
    }

    private static Dictionary<string, JsonElement> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", file)));
        return json.RootElement.EnumerateArray().ToDictionary(v => v.GetProperty("id").GetString()!, v => v.Clone());
    }
}
