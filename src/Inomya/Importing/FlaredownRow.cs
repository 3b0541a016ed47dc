namespace Inomya.Importing;

/// <summary>One row of Flaredown's data set, as it is written.</summary>
/// <param name="Cells">How many cells it has; fewer or more than the header it cannot be read.</param>
internal sealed record FlaredownRow(long Line, int Cells, string Day, string Type, string Name, string Value)
{
    public static FlaredownRow Of(CsvTable table) =>
        new(
            table.Line,
            table.Cells,
            table["checkin_date"],
            table["trackable_type"],
            table["trackable_name"],
            table["trackable_value"]
        );
}
