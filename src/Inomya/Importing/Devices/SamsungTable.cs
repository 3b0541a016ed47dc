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
        Merged = "-2";
    private const double Milliseconds = 1000;

    private static readonly Dictionary<string, SleepStage> Stages = new()
    {
        ["40001"] = SleepStage.Awake,
        ["40002"] = SleepStage.Light,
        ["40003"] = SleepStage.Deep,
        ["40004"] = SleepStage.Rem,
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
        switch (TypeOf(row.FileName))
        {
            case "step_daily_trend":
                ReadDay(row);
                break;
            case "step_count" or "pedometer_step_count":
                row.Keep(Measured.Steps, "count", WhenOf(row), device: row.Device("pkg_name"));
                break;
            case "sleep":
                row.KeepSleep(WhenOf(row), SleepStage.InBed, row.Device("pkg_name"));
                break;
            case "sleep_stage":
                row.KeepSleep(WhenOf(row), "stage", Stages, row.Device("pkg_name"));
                break;
            default:
                ReadOther(row, TypeOf(row.FileName));
                break;
        }
    }

    /// <summary>"com.samsung.shealth.tracker.heart_rate.20260701090000.csv" is of "heart_rate".</summary>
    private static string TypeOf(string fileName) =>
        fileName.Split('.').Where(p => p is not "csv" && !p.All(char.IsAsciiDigit)).LastOrDefault() ?? "";

    private static string FullTypeOf(string fileName) =>
        string.Join('.', fileName.Split('.').Where(p => p is not "csv" && !p.All(char.IsAsciiDigit)));

    private static void ReadOther(TableRecord row, string type)
    {
        var device = row.Device("pkg_name");
        switch (type)
        {
            case "heart_rate":
                row.Keep(Measured.HeartRate, "heart_rate", WhenOf(row), device: device);
                break;
            case "weight":
                row.Keep(Measured.Weight, "weight", WhenOf(row), device: device);
                break;
            case "oxygen_saturation":
                row.Keep(Measured.Oxygen, "spo2", WhenOf(row), device: device);
                break;
            case "blood_pressure":
                row.Keep(Measured.Systolic, "systolic", WhenOf(row), device: device);
                row.Keep(Measured.Diastolic, "diastolic", WhenOf(row), device: device);
                break;
            default:
                row.PassOverWhole(FullTypeOf(row.FileName));
                break;
        }
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
        row.Keep(Measured.Steps, "count", day);
        row.Keep(Measured.Distance, "distance", day);
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
        return row.Text("end_time") is { Length: > 0 } ? Stretch.Between(start, row.MomentUtc("end_time")) : Stretch.At(start);
    }
}
