using NodaTime;

namespace Inomya.Importing;

/// <summary>Reads the CSV of Flaredown's public data set: many people, one row a trackable and day.</summary>
/// <remarks>
/// Columns, found by name: user_id, checkin_date (yyyy-MM-dd), trackable_type, trackable_name, trackable_value.
/// Conditions and symptoms are rated 0 (not active) to 4 (extreme) and stay on that scale. A tag or food says "yes"; a
/// day without it says nothing. A name is one measure whatever its capitals and spaces; a name that is one
/// of ours is our measure, on their scale.
/// </remarks>
public static class FlaredownCsv
{
    public const string Format = "flaredown";

    /// <summary>Does this header look like one of theirs?</summary>
    public static bool Recognises(CsvTable table) =>
        table.Has("user_id")
        && table.Has("checkin_date")
        && table.Has("trackable_type")
        && table.Has("trackable_name")
        && table.Has("trackable_value");

    /// <summary>Reads the rows of one person of the file.</summary>
    /// <param name="select">Their user_id; may be left out when there is only one.</param>
    /// <exception cref="ImportException">Several people and none chosen, or nobody of that name.</exception>
    public static ImportReading Read(Stream file, string? select, LocalDate today, CancellationToken stop = default)
    {
        using var table = CsvTable.Open(file);
        var mine = RowsOf(table, select, stop);
        var reader = new FlaredownReader(new Dates("yyyy-MM-dd", today), table.Header.Count);
        foreach (var row in mine)
            reader.Read(row);
        return new ImportReading
        {
            Format = Format,
            Rows = mine.Count,
            Facts = reader.Facts,
            Refused = reader.Refused,
        };
    }

    private static List<FlaredownRow> RowsOf(CsvTable table, string? select, CancellationToken stop)
    {
        var people = new FlaredownPeople();
        var mine = new List<FlaredownRow>();
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            var who = table["user_id"];
            people.Add(who, table["checkin_date"]);
            if (select is null || who == select)
                mine.Add(FlaredownRow.Of(table));
        }
        people.CheckChoice(select);
        return mine;
    }
}
