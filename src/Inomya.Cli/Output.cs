using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Inomya.Cli;

/// <summary>What a command prints: results on stdout, words for people on stderr.</summary>
internal static class Output
{
    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Print one JSON document and nothing else on stdout.",
    };

    public static readonly JsonSerializerOptions JsonOptions = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public static void Print(object document) => Console.Out.WriteLine(JsonSerializer.Serialize(document, JsonOptions));

    /// <summary>Words for people, on stderr.</summary>
    public static void Say(string words) => Console.Error.WriteLine(words);
}
