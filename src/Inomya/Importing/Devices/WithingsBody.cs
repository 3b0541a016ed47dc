using System.Text.RegularExpressions;

namespace Inomya.Importing.Devices;

/// <summary>weight.csv and bp.csv of Withings: on the person's wall clock; the unit of a weight stands in its header.</summary>
internal sealed partial class WithingsBody() : DeviceTable(WithingsLists.Maker, "Comments")
{
    private const string Date = "Date",
        Weight = "Weight";

    public override string Id => "withings-body";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        table.Has(Date) && (UnitOf(table.Header) is not null || table.Header.Any(IsSystolic));

    protected override string NameOf(string column) =>
        Weights().IsMatch(column) ? $"{Weight} ({Weights().Match(column).Groups["unit"].Value})"
        : IsSystolic(column) ? "Systolic"
        : column.StartsWith("Diastolic", StringComparison.Ordinal) ? "Diastolic"
        : column;

    protected override void Read(TableRecord row)
    {
        var when = Stretch.At(row.Moment(Date));
        foreach (var unit in (string[])["kg", "lb", "st"])
            row.Keep(Measured.Weight, $"{Weight} ({unit})", when, unit);
        row.Keep(Measured.Systolic, "Systolic", when);
        row.Keep(Measured.Diastolic, "Diastolic", when);
        if (row.Has("Systolic"))
            row.Keep(Measured.HeartRate, "Heart rate", when);
    }

    private static bool IsSystolic(string column) => column.StartsWith("Systolic", StringComparison.Ordinal);

    private static string? UnitOf(IEnumerable<string> header) =>
        header.Select(h => Weights().Match(h)).FirstOrDefault(m => m.Success)?.Groups["unit"].Value;

    [GeneratedRegex(@"^Weight \((?<unit>kg|lb|st)s?\)$")]
    private static partial Regex Weights();
}
