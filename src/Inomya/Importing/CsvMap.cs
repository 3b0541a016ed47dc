using System.Text.Json;
using System.Text.Json.Serialization;

namespace Inomya.Importing;

/// <summary>What the columns of a table are, as the person said.</summary>
public sealed record CsvMap
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public required DateColumn Date { get; init; }
    public required IReadOnlyDictionary<string, MappedColumn> Columns { get; init; }

    /// <summary>What stands before the fraction of a number: "." or ","; null to see it in the cells.</summary>
    public string? DecimalMark { get; init; }

    /// <exception cref="ImportException">What was said is no such mark.</exception>
    internal DecimalMarks MarksOf(IEnumerable<string> cells, string separator) =>
        DecimalMark is { } said ? DecimalMarks.Said(said) : DecimalMarks.Shown(cells, separator);

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads a map file.</summary>
    /// <exception cref="ImportException">It is not such a map; says where.</exception>
    public static CsvMap Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<CsvMap>(json, Json)
                ?? throw new ImportException(ImportProblem.BadMap, "null");
        }
        catch (JsonException e)
        {
            throw new ImportException(ImportProblem.BadMap, e.Message);
        }
    }
}
