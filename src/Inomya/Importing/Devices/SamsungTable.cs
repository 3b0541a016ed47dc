using System.Globalization;

namespace Inomya.Importing.Devices;

/// <summary>
/// A table of Samsung Health. Above its header stands a line with its type; each row ends with a comma too many; names of
/// columns have the type before them or not; the hours are of UTC, whatever zone is written beside them.
/// </summary>
/// <remarks>
/// Of the days of steps only those are read that Samsung merged (source type -2): the others are its parts. A sleep is
/// the time in bed; its stages are in a table of their own. What repeats the same days, or has no measure, is passed over.
/// </remarks>
internal sealed class SamsungTable()
    : DeviceTable(
        Maker,
        "binning_data",
        "update_time",
        "create_time",
        "modify_sh_ver",
        "create_sh_ver",
        "client_data_id",
        "client_data_ver",
        "datauuid",
        "deviceuuid",
        "pkg_name",
        "source_pkg_name",
        "time_offset",
        "sleep_id",
        "custom",
        "comment",
        "extra_data",
        "data_version",
        "combined_id",
        "has_sleep_data",
        "sleep_type"
    )
{
    private const string Maker = "Samsung Health",
        Own = "com.samsung.",
        App = "pkg_name",
        Merged = "-2";
    private const double Milliseconds = 1000;

    private static readonly Dictionary<string, SleepStage> Stages = new()
    {
        ["40001"] = SleepStage.Awake,
        ["40002"] = SleepStage.Light,
        ["40003"] = SleepStage.Deep,
        ["40004"] = SleepStage.Rem,
    };

    private static readonly Dictionary<string, (Measured Measure, string Column)[]> Values = new()
    {
        ["step_count"] = [(Measured.Steps, "count")],
        ["pedometer_step_count"] = [(Measured.Steps, "count")],
        ["heart_rate"] = [(Measured.HeartRate, "heart_rate")],
        ["weight"] = [(Measured.Weight, "weight")],
        ["oxygen_saturation"] = [(Measured.Oxygen, "spo2")],
        ["blood_pressure"] = [(Measured.Systolic, "systolic"), (Measured.Diastolic, "diastolic")],
    };

    public override string Id => "samsung-health";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        file.ShortName.StartsWith(Own, StringComparison.Ordinal)
        || file.HeadText.StartsWith(Own, StringComparison.Ordinal);

    protected override Func<IReadOnlyList<string>, bool> IsHeader => row => !IsTypeLine(row);

    private static bool IsTypeLine(IReadOnlyList<string> row) =>
        row.Count <= 4
        && row[0].StartsWith(Own, StringComparison.Ordinal)
        && (row.Count < 2 || long.TryParse(row[1], CultureInfo.InvariantCulture, out _));

    protected override string NameOf(string column) => column[(column.LastIndexOf('.') + 1)..];

    protected override void Read(TableRecord row)
    {
        var type = TypesOf(row.FileName).LastOrDefault("");
        if (type == "step_daily_trend")
            ReadDay(row);
        else if (type == "sleep")
            row.KeepSleep(WhenOf(row), SleepStage.InBed, row.Device(App));
        else if (type == "sleep_stage")
            row.KeepSleep(WhenOf(row), "stage", Stages, row.Device(App));
        else if (Values.TryGetValue(type, out var values))
            ReadValues(row, values);
        else
            row.PassOverWhole(string.Join('.', TypesOf(row.FileName)));
    }

    /// <summary>"com.samsung.shealth.tracker.heart_rate.20260701090000.csv" is of "heart_rate", the last of its words.</summary>
    private static IEnumerable<string> TypesOf(string fileName) =>
        fileName.Split('.').Where(p => p is not "csv" && !p.All(char.IsAsciiDigit));

    private static void ReadValues(TableRecord row, (Measured Measure, string Column)[] values)
    {
        var (when, device) = (WhenOf(row), row.Device(App));
        foreach (var (measure, column) in values)
            row.Keep(measure, column, when, device: device);
    }

    private static void ReadDay(TableRecord row)
    {
        var source = row.Text("source_type");
        if (source != Merged)
        {
            row.PassOverWhole($"source_type {source}");
            return;
        }
        if (DayOf(row) is not { } day)
            return;
        row.Keep(day, (Measured.Steps, "count"), (Measured.Distance, "distance"));
    }

    /// <summary>The midnight of UTC of the person's day, as a number or written out.</summary>
    private static Stretch? DayOf(TableRecord row)
    {
        const string Field = "day_time";
        if (row.Text(Field) is { } text && text.Contains('-', StringComparison.Ordinal))
            return row.WholeDay(Field);
        return row.SinceEpoch(Field, Milliseconds) is { } midnight ? row.WholeDay(midnight.InUtc().Date) : null;
    }

    private static Stretch? WhenOf(TableRecord row)
    {
        var start = row.MomentUtc("start_time");
        return row.Text("end_time") is { Length: > 0 }
            ? Stretch.Between(start, row.MomentUtc("end_time"))
            : Stretch.At(start);
    }
}
