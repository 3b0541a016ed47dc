using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Journals;

namespace Inomya.Importing;

/// <summary>Reads the table that <c>inomya days</c> writes: "date", then a column a measure.</summary>
public static partial class DaysCsv
{
    public const string Format = "inomya-days";

    public static bool Recognises(CsvTable table, MeasureList measures) =>
        table.Has("date") && table.Header.Any(h => IsOfMeasure(Name().Match(h), measures));

    /// <summary>The map that such a table carries in its header; a column of no known measure is left out.</summary>
    public static CsvMap MapOf(CsvTable table, MeasureList measures) =>
        new()
        {
            Date = new DateColumn("date", "yyyy-MM-dd"),
            Columns = table
                .Header.Distinct()
                .Select(h => (Header: h, Match: Name().Match(h)))
                .Where(h => IsOfMeasure(h.Match, measures))
                .ToDictionary(h => h.Header, h => ColumnOf(h.Match)),
        };

    private static bool IsOfMeasure(Match match, MeasureList measures) =>
        match.Success && measures.Find(match.Groups["measure"].Value) is not null;

    private static MappedColumn ColumnOf(Match match) =>
        new()
        {
            Measure = match.Groups["measure"].Value,
            Region = match.Groups["region"] is { Success: true } region ? region.Value : null,
            Scale = match.Groups["low"].Success ? [Number(match, "low"), Number(match, "top")] : null,
        };

    private static double Number(Match match, string group) =>
        double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<measure>[^@\[\]]+)(@(?<region>[a-z_]+))?(\[(?<low>-?[\d.]+)-(?<top>[\d.]+)\])?$")]
    private static partial Regex Name();
}
