using System.Globalization;
using Inomya.Vocabulary;

namespace Inomya.Importing.Apps;

/// <summary>Reads the days of a weather station that Meteostat gives, with a header or, in its bulk files, without.</summary>
/// <remarks>An empty cell is no value. Lowest and highest temperature, gusts, snow and sun are kept as measures of their own.</remarks>
internal sealed class MeteostatCsv : DiaryTable
{
    private const string App = "Meteostat";

    private static readonly string[] Names =
    [
        "date",
        "tavg",
        "tmin",
        "tmax",
        "prcp",
        "snow",
        "wdir",
        "wspd",
        "wpgt",
        "pres",
        "tsun",
    ];

    private static readonly Dictionary<string, (string? Measure, string Unit)> Columns = new(StringComparer.Ordinal)
    {
        ["tavg"] = ("outdoor_temperature", "Cel"),
        ["tmin"] = (null, "Cel"),
        ["tmax"] = (null, "Cel"),
        ["prcp"] = ("precipitation", "mm"),
        ["snow"] = (null, "mm"),
        ["wdir"] = (null, "deg"),
        ["wspd"] = ("wind_speed", "km/h"),
        ["wpgt"] = (null, "km/h"),
        ["pres"] = ("air_pressure", "hPa"),
        ["tsun"] = (null, "min"),
    };

    public override string Id => "meteostat";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, "date", "tavg", "tmin", "tmax", "prcp") || IsBulk(table);

    protected override IReadOnlyList<string> HeaderOf(CsvTable table) => table.Has("tavg") ? table.Header : Names;

    protected override bool IsWhole(CsvTable table) =>
        table.Has("tavg") ? base.IsWhole(table) : table.Width == Names.Length;

    protected override Action<DiaryRow> ReaderOf(DiarySheet sheet, DiaryFacts facts)
    {
        sheet.Knows(Names);
        return row => Read(row, sheet, facts);
    }

    private static void Read(DiaryRow row, DiarySheet sheet, DiaryFacts facts)
    {
        if (!facts.IsDated(row, "date", out var at))
            return;
        foreach (var column in Columns.Keys)
            if (facts.Number(row, column, sheet.MarksOf(column)) is { } value)
                Add(at, column, value, facts);
        sheet.PassOverOthers(row, facts);
    }

    private static void Add(DiaryTime at, string column, double value, DiaryFacts facts)
    {
        var (measure, unit) = Columns[column];
        if (measure is not null)
            facts.AmountOf(at, measure, column, value, unit);
        else
            facts.Amount(at, App, column, value, unit, role: MeasureRole.None);
    }

    /// <summary>The first row is already a day: a date, ten numbers or nothing, and a pressure that can be one.</summary>
    private static bool IsBulk(CsvTable table)
    {
        if (table.Width != Names.Length || IsoTime.Parse(table.At(0)) is not { HasTime: false })
            return false;
        var numbers = Enumerable.Range(1, Names.Length - 1).Select(table.At).ToList();
        return numbers.TrueForAll(n => n.Length == 0 || NumberOf(n) is not null)
            && NumberOf(numbers[8]) is null or > 800 and < 1100;
    }

    private static double? NumberOf(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
