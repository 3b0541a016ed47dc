using System.Text.Json;
using NJsonSchema;
using YamlDotNet.Serialization;

namespace Inomya.Tests.Medicines;

/// <summary>Every file of content/medicines and content/evidence has the shape that its schema asks for.</summary>
public class ContentSchemaTests
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithAttemptingUnquotedStringTypeDeserialization()
        .Build();

    public static TheoryData<string, string> Files()
    {
        var files = new TheoryData<string, string>
        {
            { "medicines/classes.yaml", "medicine-classes" },
            { "medicines/products.yaml", "medicine-products" },
            { "medicines/units.yaml", "dose-units" },
            { "medicines/name-words.yaml", "name-words" },
            { "sources.yaml", "treatment-sources" },
            { "medicines/check/duplicates.yaml", "duplicates" },
            { "medicines/check/burdens.yaml", "burdens" },
            { "medicines/check/limits.yaml", "limits" },
            { "medicines/check/durations.yaml", "durations" },
            { "medicines/check/notes.yaml", "notes" },
            { "medicines/check/usual-doses.yaml", "usual-doses" },
            { "medicines/check/allergies.yaml", "allergies" },
            { "medicines/check/countries.yaml", "countries" },
            { "medicines/check/thesaurus-differences.yaml", "thesaurus-differences" },
        };
        foreach (var file in Shelf.Content.Files("medicines/substances", "*.yaml"))
            files.Add(file, "medicines");
        foreach (var file in Shelf.Content.Files("medicines/check/combinations", "*.yaml"))
            files.Add(file, "combinations");
        foreach (var file in Shelf.Content.Files("evidence", "*.yaml"))
            files.Add(file, "treatment-card");
        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_has_the_shape_of_its_schema(string file, string schema)
    {
        var shape = await JsonSchema.FromFileAsync(Path.Combine(Shelf.Content.Path, "schema", schema + ".schema.json"));
        var errors = shape.Validate(Json(file));
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(5)));
    }

    [Fact]
    public void No_file_is_without_a_schema()
    {
        var known = Files().Select(f => f.Data.Item1).ToHashSet();
        Assert.DoesNotContain(Shelf.Content.Files("medicines", "*").Concat(Shelf.Content.Files("evidence", "*")), f =>
            !known.Contains(f)
        );
    }

    [Fact]
    public void No_row_of_the_check_is_left_that_nobody_looked_up()
    {
        foreach (var file in Shelf.Content.Files("medicines/check", "*.yaml"))
            Assert.All(Rows(JsonDocument.Parse(Json(file)).RootElement), row =>
                Assert.True(row.GetProperty("verified").GetBoolean(), $"{file}: {NameOf(row)} was not looked up")
            );
    }

    [Fact]
    public void A_row_is_verified_only_when_its_statement_was_seen_or_is_a_rule_of_our_own()
    {
        foreach (var file in Shelf.Content.Files("medicines/check", "*.yaml"))
        foreach (var row in Rows(JsonDocument.Parse(Json(file)).RootElement))
            Assert.True(
                !row.GetProperty("verified").GetBoolean() || row.GetProperty("mark").GetString() is "seen" or "rule",
                $"{file}: {NameOf(row)} is marked verified but not seen"
            );
    }

    [Fact]
    public void What_is_marked_as_seen_names_a_source_that_someone_read()
    {
        var sources = JsonDocument.Parse(Json("sources.yaml")).RootElement.GetProperty("sources");
        foreach (var file in Shelf.Content.Files("medicines/check", "*.yaml"))
        foreach (
            var row in Rows(JsonDocument.Parse(Json(file)).RootElement)
                .Where(r => r.GetProperty("verified").GetBoolean() && r.GetProperty("mark").GetString() == "seen")
        )
        {
            Assert.True(
                row.GetProperty("sources")
                    .EnumerateArray()
                    .Any(s => sources.GetProperty(s.GetString()!).GetProperty("seen").GetString() == "copy"),
                $"{file}: {NameOf(row)} rests on nothing that was read"
            );
        }
    }

    [Fact]
    public void A_source_with_an_address_says_when_it_was_read()
    {
        foreach (
            var source in JsonDocument
                .Parse(Json("sources.yaml"))
                .RootElement.GetProperty("sources")
                .EnumerateObject()
                .Where(s => s.Value.TryGetProperty("url", out _))
        )
            Assert.True(
                source.Value.TryGetProperty("on", out _) && source.Value.GetProperty("seen").GetString() == "copy",
                source.Name
            );
    }

    private static IEnumerable<JsonElement> Rows(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object when element.TryGetProperty("verified", out _) => [element],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Rows(p.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Rows),
            _ => [],
        };

    /// <summary>Its id, or, for the members of a role, who they are.</summary>
    private static string NameOf(JsonElement row) =>
        (row.TryGetProperty("id", out var id) ? id : row.GetProperty("any")).ToString();

    private static string Json(string file) =>
        JsonSerializer.Serialize(Yaml.Deserialize<object>(File.ReadAllText(Path.Combine(Shelf.Content.Path, file))));
}
