using System.Collections.Frozen;
using Inomya.Journals;

namespace Inomya.Importing.Devices;

/// <summary>health_connect_export.db, what Android's Health Connect saves: a table a kind of record.</summary>
/// <remarks>
/// Grams, small calories, milliseconds since 1970; the smallest number there is means that nothing was recorded. The device
/// is the app that wrote the record. The line of a refusal is the number of the row in its table.
/// </remarks>
internal sealed class HealthConnectDb : FileFormat
{
    private const string Maker = "Health Connect",
        Ending = "_record_table";
    private const double Milliseconds = 1000;

    private static readonly FrozenDictionary<string, (Measured Measure, string Column, string Unit)[]> Kinds =
        new Dictionary<string, (Measured, string, string)[]>
        {
            ["steps_record_table"] = [(Measured.Steps, "count", "")],
            ["distance_record_table"] = [(Measured.Distance, "distance", "")],
            ["active_calories_burned_record_table"] = [(Measured.ActiveEnergy, "energy", "cal")],
            ["resting_heart_rate_record_table"] = [(Measured.RestingHeartRate, "beats_per_minute", "")],
            ["heart_rate_variability_rmssd_record_table"] = [(Measured.HrvRmssd, "heart_rate_variability_millis", "")],
            ["oxygen_saturation_record_table"] = [(Measured.Oxygen, "percentage", "")],
            ["respiratory_rate_record_table"] = [(Measured.Breathing, "rate", "")],
            ["weight_record_table"] = [(Measured.Weight, "weight", "g")],
            ["body_temperature_record_table"] = [(Measured.Temperature, "temperature", "")],
            ["blood_pressure_record_table"] =
            [
                (Measured.Systolic, "systolic", ""),
                (Measured.Diastolic, "diastolic", ""),
            ],
        }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Plumbing = new[]
    {
        "row_id",
        "uuid",
        "app_info_id",
        "device_info_id",
        "last_modified_time",
        "client_record_id",
        "client_record_version",
        "dedupe_hash",
        "recording_method",
        "zone_offset",
        "start_zone_offset",
        "end_zone_offset",
        "local_date",
        "local_date_time",
        "local_date_time_start_time",
        "local_date_time_end_time",
        "parent_key",
        "time",
        "start_time",
        "end_time",
    }.ToFrozenSet();

    public override string Id => "health-connect";

    public override bool Recognises(BroughtFile file) =>
        file.Head.AsSpan().StartsWith("SQLite format 3\0"u8)
        && (
            file.ShortName.StartsWith("health_connect", StringComparison.OrdinalIgnoreCase)
            || file.HeadText.Contains(Ending, StringComparison.Ordinal)
        );

    public override void Read(BroughtFile file, ImportSink into, CancellationToken stop)
    {
        try
        {
            using var stream = file.Open();
            using var database = ForeignFile.Open(stream);
            new Reading(database, into, stop).ReadAll();
        }
        catch (InvalidDataException broken)
        {
            throw new ImportException(ImportProblem.BrokenDatabase, broken.Message);
        }
    }

    /// <summary>One database being read.</summary>
    private sealed class Reading(ForeignFile database, ImportSink into, CancellationToken stop)
    {
        private const string Pulses = "heart_rate_record_series_table",
            PulseSeries = "heart_rate_record_table",
            Nights = "sleep_session_record_table",
            Stages = "sleep_stages_table",
            Apps = "application_info_table";

        private readonly SqliteRecord _record = new(into, Maker);
        private readonly HashSet<string> _tables = [.. database.Tables];
        private readonly Dictionary<string, string> _apps = [];

        public void ReadAll()
        {
            foreach (var app in RowsOf(Apps))
                _apps[Cell(app, "row_id")] = Cell(app, "package_name");
            foreach (var table in _tables.Where(IsOfRecords))
                Read(table);
        }

        private static bool IsOfRecords(string table) =>
            table.EndsWith(Ending, StringComparison.Ordinal) || table is Pulses or Stages;

        private void Read(string table)
        {
            switch (table)
            {
                case Pulses:
                    ReadChildren(table, PulseSeries, ReadPulse);
                    break;
                case Stages:
                    ReadChildren(table, Nights, ReadStage);
                    break;
                case Nights:
                    ReadNights();
                    break;
                case PulseSeries:
                    break;
                default:
                    ReadKind(table);
                    break;
            }
        }

        private void ReadKind(string table)
        {
            var values = Kinds.GetValueOrDefault(table);
            Each(table, row =>
            {
                if (values is null)
                    _record.PassOverWhole(table);
                else
                    ReadValues(values, AppOf(row));
            });
        }

        private void ReadValues((Measured Measure, string Column, string Unit)[] values, string app)
        {
            var when = _record.Has("start_time") ? Between("start_time", "end_time") : Stretch.At(At("time"));
            foreach (var (measure, column, unit) in values)
                _record.Keep(measure, column, when, unit, app);
        }

        /// <summary>A night with stages is the time in bed; one without them is sleep of which no more is known.</summary>
        private void ReadNights()
        {
            var staged = RowsOf(Stages).Select(s => Cell(s, "parent_key")).ToHashSet();
            Each(Nights, row =>
            {
                var stage = staged.Contains(Cell(row, "row_id")) ? SleepStage.InBed : SleepStage.Asleep;
                _record.KeepSleep(Between("start_time", "end_time"), stage, AppOf(row));
            });
        }

        private void ReadChildren(string table, string parents, Action<string> read)
        {
            var apps = new Dictionary<string, string>();
            foreach (var parent in RowsOf(parents))
                apps[Cell(parent, "row_id")] = AppOf(parent);
            Each(table, row => read(apps.GetValueOrDefault(Cell(row, "parent_key"), Maker)));
        }

        private void ReadPulse(string app) =>
            _record.Keep(Measured.HeartRate, "beats_per_minute", Stretch.At(At("epoch_millis")), device: app);

        private void ReadStage(string app) =>
            _record.KeepSleep(
                Between("stage_start_time", "stage_end_time"),
                "stage_type",
                HealthConnectStages.ByNumber,
                app
            );

        private void Each(string table, Action<IReadOnlyDictionary<string, string>> read)
        {
            var count = 0;
            foreach (var row in RowsOf(table))
            {
                stop.ThrowIfCancellationRequested();
                _record.Begin(++count, row);
                read(row);
                _record.End(table, Plumbing);
            }
        }

        private IEnumerable<IReadOnlyDictionary<string, string>> RowsOf(string table) =>
            _tables.Contains(table) ? database.RowsOf(table) : [];

        private string AppOf(IReadOnlyDictionary<string, string> row) =>
            _apps.GetValueOrDefault(Cell(row, "app_info_id")) is { Length: > 0 } app ? app : Maker;

        private static string Cell(IReadOnlyDictionary<string, string> row, string column) =>
            row.GetValueOrDefault(column, "");

        private Stretch? Between(string start, string end) => Stretch.Between(At(start), At(end));

        private NodaTime.Instant? At(string column) => _record.SinceEpoch(column, Milliseconds);
    }
}
