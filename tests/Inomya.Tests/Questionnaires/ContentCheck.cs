using Inomya.Content;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using YamlDotNet.RepresentationModel;

namespace Inomya.Tests.Questionnaires;

/// <summary>Checks files of content against the JSON Schema of their kind.</summary>
internal static class ContentCheck
{
    public static readonly ContentFolder Content = new();

    /// <summary>What the schema has against a file; empty when nothing.</summary>
    public static async Task<string> AgainstAsync(string schema, string file)
    {
        var rules = await JsonSchema.FromJsonAsync(
            await File.ReadAllTextAsync(Path.Combine(Content.Path, "schema", schema))
        );
        var text = await File.ReadAllTextAsync(Path.Combine(Content.Path, file));
        if (file.EndsWith(".md", StringComparison.Ordinal))
            text = text.Split("\n---\n")[0].TrimStart('-');
        var errors = rules.Validate(
            file.EndsWith(".json", StringComparison.Ordinal) ? JToken.Parse(text) : FromYaml(text)
        );
        return string.Join('\n', errors.Select(e => $"{file}: {e}"));
    }

    private static JToken FromYaml(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return FromYaml(yaml.Documents[0].RootNode);
    }

    private static JToken FromYaml(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JObject(
                map.Children.Select(c => new JProperty(((YamlScalarNode)c.Key).Value!, FromYaml(c.Value)))
            ),
            YamlSequenceNode list => new JArray(list.Children.Select(FromYaml)),
            YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } plain => Plain(plain.Value),
            YamlScalarNode quoted => quoted.Value,
            _ => JValue.CreateNull(),
        };

    private static JValue Plain(string? text) =>
        text is null or "" or "null" or "~" ? JValue.CreateNull()
        : text is "true" or "false" ? new JValue(text == "true")
        : long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var whole) ? new JValue(whole)
        : double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? new JValue(number)
        : new JValue(text);
}
