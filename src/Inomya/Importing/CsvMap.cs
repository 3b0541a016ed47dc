using System.Globalization;
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

    /// <summary>What stands before the fraction of a number: "." or ",".</summary>
    public string DecimalMark { get; init; } = ".";

    internal NumberFormatInfo Numbers =>
        DecimalMark is "." or ","
            ? new NumberFormatInfo
            {
                NumberDecimalSeparator = DecimalMark,
                NumberGroupSeparator = DecimalMark == "." ? "," : ".",
            }
            : throw new ImportException(ImportProblem.BadMap, $"decimal_mark: '{DecimalMark}'");

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
