using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Journals;

namespace Inomya.Importing;

/// <summary>Reads the table that <c>inomya days</c> writes: "date", then a column a measure.</summary>
public static partial class DaysCsv
{
    public const string Format = "inomya-days";

    public static bool Recognises(CsvTable table, MeasureList measures) =>
        table.Has("date")
        && table.Header.Any(h =>
            Name().Match(h) is { Success: true } m && measures.Find(m.Groups["measure"].Value) is not null
        );

    /// <summary>The map that such a table carries in its header; a column of no known measure is left out.</summary>
    public static CsvMap MapOf(CsvTable table, MeasureList measures) =>
        new()
        {
            Date = new DateColumn("date", "yyyy-MM-dd"),
            Columns = table
                .Header.Distinct()
                .Select(h => (Header: h, Match: Name().Match(h)))
                .Where(h => h.Match.Success && measures.Find(h.Match.Groups["measure"].Value) is not null)
                .ToDictionary(
                    h => h.Header,
                    h => new MappedColumn
                    {
                        Measure = h.Match.Groups["measure"].Value,
                        Region = h.Match.Groups["region"] is { Success: true } region ? region.Value : null,
                        Scale = h.Match.Groups["low"].Success ? [Number(h.Match, "low"), Number(h.Match, "top")] : null,
                    }
                ),
        };

    private static double Number(Match match, string group) =>
        double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<measure>[^@\[\]]+)(@(?<region>[a-z_]+))?(\[(?<low>-?[\d.]+)-(?<top>[\d.]+)\])?$")]
    private static partial Regex Name();
}
