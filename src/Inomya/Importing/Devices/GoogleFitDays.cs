using System.Text.RegularExpressions;
using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>Google Fit's "Daily activity metrics": a file a day, a quarter of an hour a row.</summary>
/// <remarks>
/// The day stands in the name of the file; the hours have a zone in newer files and are the person's in older ones. The
/// table of all days beside them repeats the same steps as sums and is passed over.
/// </remarks>
internal sealed partial class GoogleFitDays() : DeviceTable("Google Fit")
{
    private const string Start = "Start time",
        End = "End time";

    public override string Id => "google-fit-days";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        (table.Has(Start) || table.Has("Date"))
        && (table.Has("Move Minutes count") || (table.Has("Step count") && table.Has("Distance (m)")));

    protected override void Read(TableRecord row)
    {
        if (!row.Has(Start))
            return;
        var when = WhenOf(row);
        row.Keep(Measured.Steps, "Step count", when);
        row.Keep(Measured.Distance, "Distance (m)", when);
        row.Keep(Measured.ExerciseMinutes, "Move Minutes count", when);
        row.Keep(Measured.HeartRate, "Average heart rate (bpm)", when);
        row.Keep(Measured.Weight, "Average weight (kg)", when);
    }

    /// <summary>The last quarter ends at 00:00 of the next day.</summary>
    private static Stretch? WhenOf(TableRecord row)
    {
        var (start, end) = (row.Text(Start) ?? "", row.Text(End) ?? "");
        var day = DayInName().Match(row.FileName) is { Success: true, Value: var name } ? DeviceTimes.DateOf(name) : null;
        if (day is not { } date || InstantOf(row, date, start) is not { } from || InstantOf(row, date, end) is not { } to)
        {
            row.Refuse(Vocabulary.RefusalReason.NotADate, $"{row.FileName} {start}", Start);
            return null;
        }
        return new Stretch(from, to > from ? to : InstantOf(row, date.PlusDays(1), end)!.Value);
    }

    private static Instant? InstantOf(TableRecord row, LocalDate day, string time) =>
        DeviceTimes.Parse($"{day:uuuu-MM-dd} {time}") is { } written
            ? written.Offset is { } zone
                ? written.Wall.WithOffset(zone).ToInstant()
                : row.Days.At(written.Wall).ToInstant()
            : null;

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex DayInName();
}
