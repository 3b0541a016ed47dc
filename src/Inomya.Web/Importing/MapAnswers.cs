using System.Globalization;
using System.Text.Json;
using Inomya.Importing;
using Inomya.Journals;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Importing;

/// <summary>What a person said of the columns of a table, as a map.</summary>
internal static class MapAnswers
{
    private const int MostColumns = 200;
    private const int MostTexts = 12;
    private const string PainAt = "pain@";

    /// <summary>How days may be written, beside finding it out: as .NET writes it.</summary>
    public static IReadOnlyList<string> DayFormats { get; } =
    ["d/M/yyyy", "M/d/yyyy", "d/M/yy", "M/d/yy", "yyyy-MM-dd", "excel"];

    public static CsvMap Read(IFormCollection form, MeasureList measures)
    {
        var date = form["date"].ToString();
        var columns = new Dictionary<string, MappedColumn>();
        for (var i = 0; i < MostColumns && form.ContainsKey($"column-{i}"); i++)
        {
            var (name, what) = (form[$"column-{i}"].ToString(), form[$"as-{i}"].ToString());
            if (what.Length > 0 && name != date)
                columns[name] = ColumnOf(form, i, measures);
        }
        return new CsvMap
        {
            Date = new DateColumn(date, OrNull(form["format"])),
            DecimalMark = OrNull(form["decimal"]),
            Columns = columns,
        };
    }

    private static string? OrNull(string? said) => string.IsNullOrEmpty(said) ? null : said;

    private static MappedColumn ColumnOf(IFormCollection form, int column, MeasureList measures)
    {
        // "own", "pain@REGION", or the id of a measure
        var (name, what) = (form[$"column-{column}"].ToString(), form[$"as-{column}"].ToString());
        var region = what.StartsWith(PainAt, StringComparison.Ordinal) ? what[PainAt.Length..] : null;
        var measure = MeasureOf(name, what, region);
        return new MappedColumn
        {
            Measure = measure,
            Region = region,
            NotRecorded = form.ContainsKey($"zero-{column}") ? [JsonElement.Parse("0")] : [],
            Scale = measures.Find(measure)?.Scale is { } scale ? [scale.Low, scale.Top] : null,
            Words = WordsOf(form, column),
        };
    }

    private static string MeasureOf(string column, string what, string? region) =>
        region is not null ? "pain"
        : what == "own" ? column
        : what;

    /// <summary>A word that was given no value stays one: its cells are named as not taken in.</summary>
    private static Dictionary<string, double> WordsOf(IFormCollection form, int column)
    {
        var words = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < MostTexts && form.ContainsKey($"text-{column}-{i}"); i++)
            if (Number(form, $"value-{column}-{i}") is { } value)
                words[form[$"text-{column}-{i}"].ToString()] = value;
        return words;
    }

    private static double? Number(IFormCollection form, string name)
    {
        var text = form[name].ToString();
        return DecimalMarks.Shown([text], "").Read(text) is { Refused: null, Number: var number } ? number : null;
    }
}
