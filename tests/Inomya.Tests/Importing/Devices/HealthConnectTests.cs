using CsCheck;
using Inomya.Importing;
using Inomya.Importing.Devices;
using Microsoft.Data.Sqlite;

namespace Inomya.Tests.Importing.Devices;

/// <summary>The database that Android's Health Connect saves.</summary>
public class HealthConnectTests
{
    private const string Name = "health_connect_export.db";

    private const string Small = """
        CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY, package_name TEXT);
        INSERT INTO application_info_table VALUES (1, 'com.phone'), (2, 'com.watch');
        CREATE TABLE steps_record_table (row_id INTEGER PRIMARY KEY, uuid BLOB, app_info_id INTEGER, start_time INTEGER, end_time INTEGER, start_zone_offset INTEGER, count INTEGER);
        INSERT INTO steps_record_table VALUES (1, x'01', 1, 1782712800000, 1782713700000, 7200, 412), (2, x'02', 2, 1782712800000, 1782713700000, 7200, 430);
        CREATE TABLE weight_record_table (row_id INTEGER PRIMARY KEY, app_info_id INTEGER, time INTEGER, weight REAL);
        INSERT INTO weight_record_table VALUES (1, 1, 1782712800000, 71200.0), (2, 1, 1782712800000, 5e-324);
        CREATE TABLE active_calories_burned_record_table (row_id INTEGER PRIMARY KEY, app_info_id INTEGER, start_time INTEGER, end_time INTEGER, energy REAL);
        INSERT INTO active_calories_burned_record_table VALUES (1, 2, 1782712800000, 1782713700000, 51500.0);
        CREATE TABLE heart_rate_record_table (row_id INTEGER PRIMARY KEY, app_info_id INTEGER, start_time INTEGER, end_time INTEGER);
        INSERT INTO heart_rate_record_table VALUES (7, 2, 1782712800000, 1782713700000);
        CREATE TABLE heart_rate_record_series_table (parent_key INTEGER, beats_per_minute INTEGER, epoch_millis INTEGER);
        INSERT INTO heart_rate_record_series_table VALUES (7, 61, 1782712800000), (7, 0, 1782712860000);
        CREATE TABLE sleep_session_record_table (row_id INTEGER PRIMARY KEY, app_info_id INTEGER, start_time INTEGER, end_time INTEGER, title TEXT);
        INSERT INTO sleep_session_record_table VALUES (3, 2, 1782680400000, 1782709200000, NULL), (4, 1, 1782680400000, 1782709200000, 'Night');
        CREATE TABLE sleep_stages_table (parent_key INTEGER, stage_start_time INTEGER, stage_end_time INTEGER, stage_type INTEGER);
        INSERT INTO sleep_stages_table VALUES (3, 1782680400000, 1782684000000, 4), (3, 1782684000000, 1782687600000, 0);
        CREATE TABLE nutrition_record_table (row_id INTEGER PRIMARY KEY, app_info_id INTEGER, start_time INTEGER, end_time INTEGER, protein REAL);
        INSERT INTO nutrition_record_table VALUES (1, 1, 1782712800000, 1782713700000, 20.0);
        CREATE TABLE change_logs_table (row_id INTEGER PRIMARY KEY, uuid BLOB);
        INSERT INTO change_logs_table VALUES (1, x'01');
        """;

    private static byte[] Database(string sql)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("hc").FullName, "made.db");
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
        var bytes = File.ReadAllBytes(file);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return bytes;
    }

    private static string[] PrivateCopies() => Directory.GetDirectories(Path.GetTempPath(), "inomya-read-*");

    [Fact]
    public void Grams_calories_and_nothing_recorded()
    {
        var sink = DeviceFiles.Read(DeviceFiles.File(Name, Database(Small)));
        Assert.Equal(
            [
                "active_energy [com.watch] 2026-06-29T06:00:00Z..2026-06-29T06:15:00Z = 51.5",
                "body_weight [com.phone] 2026-06-29T06:00:00Z = 71.2",
                "heart_rate [com.watch] 2026-06-29T06:00:00Z = 61",
                "sleep_stages [com.phone] 2026-06-28T21:00:00Z..2026-06-29T05:00:00Z = 1",
                "sleep_stages [com.watch] 2026-06-28T21:00:00Z..2026-06-28T22:00:00Z = 3",
                "sleep_stages [com.watch] 2026-06-28T21:00:00Z..2026-06-29T05:00:00Z = 0",
                "steps [com.phone] 2026-06-29T06:00:00Z..2026-06-29T06:15:00Z = 412",
                "steps [com.watch] 2026-06-29T06:00:00Z..2026-06-29T06:15:00Z = 430",
            ],
            sink.Told().Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["beats_per_minute 1", "nutrition_record_table 1", "stage_type 0 1", "title 1", "weight 1"],
            sink.Passed()
        );
        Assert.Equal(12, sink.Rows);
    }

    [Fact]
    public void The_private_copy_is_gone_afterwards()
    {
        var before = PrivateCopies();
        DeviceFiles.Read(DeviceFiles.File(Name, Database(Small)));
        Assert.Empty(PrivateCopies().Except(before));
    }

    [Fact]
    public void A_database_that_is_cut_off_is_refused_and_leaves_no_copy()
    {
        var before = PrivateCopies();
        var whole = Database(Small);
        // the tables are named, their pages are gone
        var file = DeviceFiles.File(Name, [.. whole.Take(8192)]);
        var broken = Assert.Throws<ImportException>(() => DeviceFiles.Read(file));
        Assert.Equal(ImportProblem.BrokenDatabase, broken.Why);
        Assert.Empty(PrivateCopies().Except(before));
    }

    [Fact]
    public void A_database_of_something_else_is_not_taken_for_it() =>
        Assert.Null(FileFormats.Of(DeviceFiles.File("notes.db", Database("CREATE TABLE notes (text TEXT)"))));

    [Fact]
    public void A_view_in_the_place_of_a_table_is_not_read()
    {
        var sink = DeviceFiles.Read(
            DeviceFiles.File(
                Name,
                Database("CREATE TABLE a (b); CREATE VIEW steps_record_table AS SELECT 1 AS count FROM a")
            )
        );
        Assert.Equal(0, sink.Rows);
    }

    /// <summary>Cells of any kind in every column: each row is kept, refused or named.</summary>
    [Fact]
    public void Nothing_drops_in_silence_whatever_stands_in_the_cells() =>
        Gen.Int[0, int.MaxValue]
            .Sample(
                seed =>
                {
                    var random = new Random(seed);
                    string Cell() => Cells[random.Next(Cells.Length)];
                    var sql = string.Join(
                        '\n',
                        Tables.Select(t =>
                            $"CREATE TABLE {t.Name} ({t.Columns}); INSERT INTO {t.Name} VALUES ({string.Join(',', t.Columns.Split(',').Select(_ => Cell()))});"
                        )
                    );
                    var sink = DeviceFiles.Sink();
                    new HealthConnectDb().Read(DeviceFiles.File(Name, Database(sql)), sink, default);
                    var told = (int)sink.Samples.Count + sink.Refused.Count + sink.PassedOver.Values.Sum();
                    return sink.Rows == Tables.Length && told >= Tables.Length;
                },
                iter: 30
            );

    private static readonly string[] Cells =
    [
        "NULL",
        "0",
        "-1",
        "1782712800000",
        "9223372036854775807",
        "5e-324",
        "1e308",
        "9e999",
        "'abc'",
        "x'00ff'",
        "4",
    ];

    private static readonly (string Name, string Columns)[] Tables =
    [
        ("steps_record_table", "row_id,app_info_id,start_time,end_time,count"),
        ("weight_record_table", "row_id,app_info_id,time,weight"),
        ("heart_rate_record_series_table", "parent_key,beats_per_minute,epoch_millis"),
        ("sleep_session_record_table", "row_id,app_info_id,start_time,end_time"),
        ("sleep_stages_table", "parent_key,stage_start_time,stage_end_time,stage_type"),
        ("blood_pressure_record_table", "row_id,time,systolic,diastolic"),
        ("power_record_table", "row_id,time,watts"),
    ];
}
