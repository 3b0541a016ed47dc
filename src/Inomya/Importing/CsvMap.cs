using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Inomya.Vocabulary;

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
            : throw new ImportException("bad-map", $"decimal_mark: '{DecimalMark}'");

    /// <summary>Reads a map file.</summary>
    /// <exception cref="ImportException">It is not such a map; says where.</exception>
    public static CsvMap Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<CsvMap>(json, Json) ?? throw new ImportException("bad-map", "null");
        }
        catch (JsonException e)
        {
            throw new ImportException("bad-map", e.Message);
        }
    }
}

/// <param name="Column">The column that holds the day.</param>
/// <param name="Format">As .NET writes it, such as "yyyy-MM-dd"; null to find out.</param>
public sealed record DateColumn(string Column, string? Format = null);

/// <summary>What one column holds.</summary>
public sealed record MappedColumn
{
    /// <summary>Id of a measure; a name that no measure has becomes a measure of the person's own.</summary>
    public required string Measure { get; init; }

    /// <summary>Id of a body region.</summary>
    public string? Region { get; init; }

    /// <summary>Lowest and highest step, for a rating.</summary>
    public IReadOnlyList<double>? Scale { get; init; }

    /// <summary>UCUM unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Values that mean "not recorded", numbers or texts; an empty cell always does.</summary>
    public IReadOnlyList<JsonElement> NotRecorded { get; init; } = [];

    /// <summary>For a measure of their own: which end is better.</summary>
    public Better Better { get; init; }

    /// <summary>For a measure of their own: what the analysis takes it for.</summary>
    public MeasureRole? Role { get; init; }
}
