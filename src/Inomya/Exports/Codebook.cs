using Inomya.Content;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;

namespace Inomya.Exports;

/// <summary>codebook.csv: what each measure is, how it is rated, and which end of it is the better one.</summary>
/// <param name="measures">Those of this person.</param>
internal sealed class Codebook(MeasureList measures, Words words)
{
    public static IReadOnlyList<string> Columns { get; } =
    [
        "measure",
        "label",
        "kind",
        "ucum_unit",
        "scale",
        "direction",
        "daily_rule",
        "allowed_low",
        "allowed_high",
        "code_system",
        "code",
    ];

    private readonly HashSet<string> _names = [];

    /// <summary>A measure, as it is named in a table.</summary>
    public void Saw(string name) => _names.Add(name);

    public IEnumerable<IEnumerable<string?>> Rows() => _names.Order(StringComparer.Ordinal).Select(Row);

    private string?[] Row(string name)
    {
        var key = ColumnName.Parse(name);
        // what a measure of a laboratory or a form is called stands in its own file
        return measures.Find(key.Measure) is { } measure
            ? Row(name, key, measure)
            : [name, key.Treatment, .. new string?[Columns.Count - 2]];
    }

    private string?[] Row(string name, ColumnName key, Measure measure)
    {
        var code = measure.Codes.FirstOrDefault(c => c.Verified);
        return
        [
            name,
            words.NameOf(key, measure),
            Small(measure.Kind),
            measure.Unit,
            (key.Scale ?? measure.Scale)?.ToString(),
            Small(measure.Better),
            Small(measure.Daily),
            Written.Number(measure.Plausible?.Low ?? measure.Scale?.Low),
            Written.Number(measure.Plausible?.Top ?? measure.Scale?.Top),
            code?.System,
            code?.Code,
        ];
    }

    private static string Small(Enum value) =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
