using Inomya.Importing;
using Inomya.Importing.Apps;

namespace Inomya.Tests.Importing.Apps;

/// <summary>How a file of a format is put together, and what its cells usually hold.</summary>
/// <param name="Row">Makes a row of its cells.</param>
/// <param name="Cells">For each cell of a row, what may well stand there.</param>
/// <param name="Garbage">What may stand in any cell.</param>
/// <param name="Column">Makes a column of its cells, in a file that is written by columns.</param>
internal sealed record AppShape(
    FileFormat Format,
    string File,
    string Before,
    Func<string[], string> Row,
    string Between,
    string After,
    string[][] Cells,
    string[] Garbage,
    Func<string[], int, string>? Column = null
)
{
    private static readonly string[] InTables =
    [
        "",
        "x",
        "-1",
        "0",
        "7",
        "1e9",
        "NaN",
        "99999",
        "2026-13-40",
        "2199-01-01",
        "1601-01-01",
        "25:99",
        "ñ | é",
        "a; b",
        "(",
        "say \"ouch\"",
        "1,5",
        "2026-03-29 02:30",
        "#",
        "+ @",
        "two\nlines",
        "1:2:3",
        "✓",
        "YES_MANUAL",
        "null",
    ];

    private static readonly string[] InJson =
    [
        "null",
        "true",
        "1",
        "0",
        "-3.5",
        "1e300",
        "\"\"",
        "\"x\"",
        "\"2026-03-01\"",
        "[]",
        "{}",
        "\"#a(b)\"",
        "\"\\ud800\"",
    ];

    private static readonly string[] Variables = ["time", "temperature_2m", "precipitation", "cloud"];
    private static readonly string[] DailyVariables =
    [
        "time",
        "temperature_2m_mean",
        "precipitation_sum",
        "temperature_2m_max",
    ];

    public string Name { get; init; } = "";

    public static IReadOnlyList<AppShape> All { get; } =
    [
        Table(
            new BearableCsv(),
            "date,weekday,time of day,category,rating/amount,detail,notes",
            ["24th Mar 2026", "1st Sep 2026"],
            ["Tuesday"],
            ["", "am", "8:05", "1:20"],
            [
                "Symptom",
                "Mood",
                "Energy",
                "Sleep",
                "Sleep quality",
                "Factors",
                "Meds/Supplements",
                "Gratitudes",
                "Bowel Movements",
                "Hobby",
            ],
            ["", "2", "9:45", "1.5", "None"],
            ["", "Pain (Mild)", "A | B", "Asleep 02:45 - 12:30. In bed 02:15 - 13:15. Nap 4h"],
            ["", "a note"]
        ),
        Table(
            new DaylioCsv(),
            "full_date,date,weekday,time,mood,activities,scales,note_title,note",
            ["2026-03-10", "2026-11-22"],
            ["x"],
            ["x"],
            ["18:50", "1:20 am", ""],
            ["rad", "meh", "mine"],
            ["", "a | b"],
            ["", "Stress:\u00a02"],
            ["", "title"],
            ["", "note"]
        ),
        Table(
            new FlaredownMailCsv(),
            "Date,Pain,Fatigue,Medicine A,Tags,Foods,Weather pressure",
            ["2026-06-29", "2026-06-30"],
            ["0", "4", ""],
            ["1", ""],
            ["Taken", "Not Taken", "5 mg"],
            ["", "a; b"],
            ["", "c"],
            ["1012.0"]
        ),
        Table(
            new VisibleCsv(),
            "observation_date,tracker_name,tracker_category,observation_value ",
            ["2026-05-21"],
            ["Pain", "Crash", "Resting HR", "Note"],
            ["Pain", "Experience", "Measurement", "Note"],
            ["0", "1", "3", "61"]
        ),
        Table(
            new TrackAndGraphCsv(),
            "FeatureName,Timestamp,Value,Label,Note",
            ["Headache", "Walk"],
            ["2026-03-21T00:00+02:00", "2026-03-22T09:15:30.123Z"],
            ["3", "0:05:46", "1.0:x"],
            ["", "Temple"],
            ["", "note"]
        ),
        Table(
            new HealthAutoExportMedicinesCsv(),
            "Date,Scheduled Date,Medication,Nickname,Dosage,Scheduled Dosage,Unit,Status,Archived,Codings",
            ["2026-06-29 08:20:00 +0200"],
            ["2026-06-29 08:00:00 +0200", ""],
            ["Medicine A"],
            ["A"],
            ["1", ""],
            ["1"],
            ["tablet", ""],
            ["Taken", "Skipped", "Not Logged"],
            ["No"],
            [""]
        ),
        Table(
            new MyTherapyCsv(),
            "actual_date,scheduled_date,type,name,value,unit,status,note",
            ["2026-07-19 08:02:00"],
            ["2026-07-19 08:00:00", ""],
            ["drug", "measurement", "activity"],
            ["Medicine A", "Weight"],
            ["1.00", ""],
            ["tablet", "kg"],
            ["confirmed", "rejected"],
            ["", "note"]
        ),
        Table(
            new SleepAsAndroidCsv(),
            "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo,\"23:00\",\"Event\"",
            ["1772402400000", "1772488800000"],
            ["Europe/Madrid"],
            ["1. 3. 2026 23:00"],
            ["2. 3. 2026 7:00"],
            [""],
            ["8.000", "7,500"],
            ["3.5", "0.0"],
            ["", "#home well"],
            ["10000"],
            ["-1", "60"],
            ["-1.0"],
            ["5"],
            ["0.4"],
            ["0", "-30"],
            [""],
            ["1.0"],
            ["DEEP_START-1772406000000"]
        ),
        new(
            new SleepmeterCsv(),
            "sleep.csv",
            "wake,sleep,bedtime,holes,type,dreams,aid,hindrances,tags,quality,notes\n",
            c => $"\"{c[0]}\",\"{c[1]}\",\"{c[2]}\",{c[3]},{c[4]},{c[5]},{c[6]},{c[7]},{c[8]},{c[9]},\"{c[10]}\"",
            "\n",
            "\n",
            [
                ["2026-03-02 07:00+0100"],
                ["2026-03-01 23:00+0100"],
                ["2026-03-01 22:50+0100"],
                ["", "60-120"],
                ["NIGHT_SLEEP", "NAP"],
                ["NONE", "GOOD:5"],
                ["NONE", "MILK"],
                ["NONE", "PAIN|STORM"],
                ["NONE"],
                ["5", "10"],
                ["", "well"],
            ],
            [.. InTables.Where(g => !g.AsSpan().ContainsAny("\",\n"))]
        ),
        Table(
            new OscarCsv(),
            "Date,Session Count,Start,End,Total Time,AHI,CA Count,Median Pressure",
            ["2026-05-15"],
            ["1"],
            ["2026-05-15T22:11:06"],
            ["2026-05-16T03:49:06"],
            ["05:38:00"],
            ["0.5"],
            ["1"],
            ["6.72"]
        ),
        Table(
            new MigraineListCsv(),
            "Start Time,Pain Level,Medications,Triggers,Aura",
            ["8/14/2026", "8/15/2026"],
            ["7", ""],
            ["", "Medicine A, Medicine B"],
            ["", "Stress"],
            ["", "yes"]
        ),
        Table(
            new NomieCsv(),
            "epoch,start,end,offset,note,lat,lng,location,score",
            ["1782720000000"],
            [""],
            [""],
            ["-120"],
            ["#pain(7) after #walk(00:20:00)", "", "words"],
            [""],
            [""],
            [""],
            ["0"]
        ),
        Table(new NomieDaysCsv(), "date,#pain,+home,@friend", ["2026-06-29"], ["7", "0"], ["1", ""], ["2"]),
        Table(
            new MeteostatCsv(),
            "date,tavg,tmin,tmax,prcp,snow,wdir,wspd,wpgt,pres,tsun",
            ["2026-06-28", "2026-06-29"],
            ["19.4", ""],
            ["13.1"],
            ["25.2"],
            ["0.0"],
            [""],
            ["240"],
            ["9.7"],
            [""],
            ["1014.2"],
            [""]
        ),
        Table(
            new LoopHabitsCsv(),
            "Date,Stretching,Minutes,",
            ["2026-03-03", "2026-03-02"],
            ["YES_MANUAL", "NO", "YES_AUTO", "SKIP", "UNKNOWN"],
            ["7000", "UNKNOWN"]
        ) with
        {
            File = "Checkmarks.csv",
        },
        new(
            new NomieJson(),
            "nomie.json",
            """{"nomie":{"number":"5"},"trackers":{"pain":{"tag":"pain","type":"range","min":0,"max":10}},"events":[""",
            c => $$"""{"note":{{c[0]}},"end":{{c[1]}}}""",
            ",",
            "]}",
            [
                ["\"#pain(7) with @friend +home\"", "\"words #coffee\""],
                ["1782720000000"],
            ],
            InJson
        ),
        new(
            new OpenMeteoJson(),
            "weather.json",
            """{"latitude":1,"utc_offset_seconds":3600,"hourly_units":{"temperature_2m":"°C","precipitation":"inch","cloud":"%"},"hourly":{""",
            c => "",
            ",",
            "}}",
            [
                ["\"2026-03-29T02:00\"", "\"2026-03-29T03:00\""],
                ["6.1", "null"],
                ["0.5"],
                ["81"],
            ],
            InJson,
            (cells, i) => $"\"{Variables[i]}\":[{string.Join(',', cells)}]"
        ),
        new(
            new OpenMeteoJson(),
            "weather.json",
            """{"latitude":1,"utc_offset_seconds":3600,"daily_units":{"temperature_2m_mean":"°C","precipitation_sum":"yards","temperature_2m_max":"°C"},"daily":{""",
            c => "",
            ",",
            "}}",
            [
                ["\"2026-03-29\"", "\"2026-03-30\""],
                ["6.1", "null"],
                ["0.5"],
                ["11"],
            ],
            InJson,
            (cells, i) => $"\"{DailyVariables[i]}\":[{string.Join(',', cells)}]"
        )
        {
            Name = "OpenMeteoJson by day",
        },
        new(
            new ExistJson(),
            "mood.json",
            "[",
            c => $$"""{"date":{{c[0]}},"value":{{c[1]}}}""",
            ",",
            "]",
            [
                ["\"2026-03-01\"", "\"2026-03-02\""],
                ["4", "7.5", "null"],
            ],
            InJson
        ),
    ];

    /// <summary>A file of these rows.</summary>
    public string Text(IReadOnlyList<string[]> rows) =>
        Before
        + string.Join(
            Between,
            Column is { } column
                ? Enumerable.Range(0, Cells.Length).Select(i => column([.. rows.Select(r => r[i])], i))
                : rows.Select(Row)
        )
        + After;

    private static AppShape Table(FileFormat format, string header, params string[][] cells) =>
        new(format, "export.csv", $"{header}\n", c => string.Join(',', c.Select(Quoted)), "\n", "\n", cells, InTables);

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public override string ToString() => Name.Length > 0 ? Name : Format.GetType().Name;
}
