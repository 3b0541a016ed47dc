using System.Text.RegularExpressions;

namespace Inomya.Importing.Devices;

/// <summary>weight.csv and bp.csv of Withings: on the person's wall clock; the unit of a weight stands in its header.</summary>
internal sealed partial class WithingsBody() : DeviceTable(WithingsLists.Maker, "Comments")
{
    private const string Date = "Date",
        Weight = "Weight";

    private static readonly string[] Units = ["kg", "lb", "st"];

    public override string Id => "withings-body";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, Date, "Comments") && (table.Header.Any(Weights().IsMatch) || table.Header.Any(IsSystolic));

    protected override string NameOf(string column) =>
        Weights().IsMatch(column) ? $"{Weight} ({Weights().Match(column).Groups["unit"].Value})"
        : IsSystolic(column) ? "Systolic"
        : column.StartsWith("Diastolic", StringComparison.Ordinal) ? "Diastolic"
        : column;

    protected override void Read(TableRecord row)
    {
        var when = Stretch.At(row.Moment(Date));
        foreach (var unit in Units)
            row.Keep(Measured.Weight, $"{Weight} ({unit})", when, unit);
        if (row.Has("Systolic"))
            row.Keep(
                when,
                (Measured.Systolic, "Systolic"),
                (Measured.Diastolic, "Diastolic"),
                (Measured.HeartRate, "Heart rate")
            );
    }

    private static bool IsSystolic(string column) => column.StartsWith("Systolic", StringComparison.Ordinal);

    [GeneratedRegex(@"^Weight \((?<unit>kg|lb|st)s?\)$")]
    private static partial Regex Weights();
}
