using System.Text.RegularExpressions;
using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>Google Fit's "Daily activity metrics": a file a day, a quarter of an hour a row.</summary>
/// <remarks>
/// The day stands in the name of the file; the hours have a zone in newer files and are the person's in older ones. The
/// table of all days beside them repeats the same steps as sums and is passed over.
/// </remarks>
internal sealed partial class GoogleFitDays() : DeviceTable("Google Fit", "date")
{
    private const string Start = "start time",
        End = "end time";

    public override string Id => "google-fit-days";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        (HasAll(table, Start) || HasAll(table, "date"))
        && (HasAll(table, "move minutes count") || HasAll(table, "step count", "distance (m)"));

    protected override string NameOf(string column) => column.ToLowerInvariant();

    protected override void Read(TableRecord row)
    {
        if (row.Has(Start))
            row.Keep(
                WhenOf(row),
                (Measured.Steps, "step count"),
                (Measured.Distance, "distance (m)"),
                (Measured.ExerciseMinutes, "move minutes count"),
                (Measured.HeartRate, "average heart rate (bpm)"),
                (Measured.Weight, "average weight (kg)")
            );
    }

    private static Stretch? WhenOf(TableRecord row)
    {
        var (start, end) = (row.Text(Start) ?? "", row.Text(End) ?? "");
        var when = DeviceTimes.DateOf(DayInName().Match(row.FileName).Value) is { } day
            ? Stretch.Between(InstantOf(row, day, start), EndOf(row, day, start, end))
            : null;
        if (when is null)
            row.Refuse(Vocabulary.RefusalReason.NotADate, $"{row.FileName} {start}", Start);
        return when;
    }

    /// <summary>The last quarter ends at 00:00 of the next day.</summary>
    private static Instant? EndOf(TableRecord row, LocalDate day, string start, string end) =>
        InstantOf(row, string.CompareOrdinal(end, start) > 0 ? day : day.PlusDays(1), end);

    private static Instant? InstantOf(TableRecord row, LocalDate day, string time) =>
        DeviceTimes.Parse($"{day:uuuu-MM-dd} {time}") is { } written
            ? written.Offset is { } zone
                ? written.Wall.WithOffset(zone).ToInstant()
                : row.Days.At(written.Wall).ToInstant()
            : null;

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex DayInName();
}
