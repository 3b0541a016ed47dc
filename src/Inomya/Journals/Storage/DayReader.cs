using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Journals;

/// <summary>Reads all that the pages of a day need in one go.</summary>
internal static class DayReader
{
    private const string Mine = "WHERE person_id = @person AND voided_by_id IS NULL";

    /// <summary>SQLite without statistics would read the index of columns to find a few days.</summary>
    private const string ByDay = "INDEXED BY \"IX_entries_person_id_day\" ";

    private const string Questions = $"""
        SELECT id, change_id, measure, value, text, scale_low, scale_top, unit, day, at, zone, region, source FROM entries HINT{Mine} AND day = @day ORDER BY change_id, id;
        SELECT day, measure, region, value, scale_low, scale_top, source FROM entries HINT{Mine} AND value IS NOT NULL AND day >= @from AND day < @day
          AND (region IS NULL OR day = (SELECT max(day) FROM entries HINT{Mine} AND source = 'checkin' AND day >= @from AND day < @day)) ORDER BY day, change_id, id;
        SELECT id, change_id, treatment_id, course_id, day, at, status, amount, amount_unit, as_written, source, slot FROM intakes {Mine} AND day >= @from AND day <= @day ORDER BY day, id;
        SELECT id, change_id, day, text, source FROM notes {Mine} AND day = @day ORDER BY id;
        SELECT id, change_id, treatment_id, start, "end", stop_reason, schedule, form, route FROM courses {Mine} AND start <= @day AND ("end" IS NULL OR "end" >= @day) ORDER BY id;
        SELECT id, name FROM treatments {Mine};
        SELECT id, change_id, start, "end", worst, "before" FROM flares {Mine} AND start <= @day AND ("end" IS NULL OR "end" >= @day) ORDER BY id;
        SELECT id, change_id, measure, name, kind, better, unit, scale_low, scale_top, daily, role, asked FROM own_measures {Mine} ORDER BY id;
        SELECT s.measure, v.day, v.value FROM daily_values v JOIN sample_sources s ON s.person_id = v.person_id AND s.id = v.source_id
          WHERE v.person_id = @person AND v.day >= @from AND v.day <= @day ORDER BY v.day, v.samples DESC, s.id;
        SELECT id, at, kind, day, key, undoes_id FROM changes WHERE person_id = @person AND day = @day ORDER BY id DESC LIMIT 50;
        SELECT key, value FROM settings WHERE person_id = @person;
        """;

    private static readonly string OnServer = Questions.Replace("HINT", "", StringComparison.Ordinal);
    private static readonly string OnFile = Questions.Replace("HINT", ByDay, StringComparison.Ordinal);

    public static async Task<DayRead> ReadAsync(JournalPlace place, Guid person, LocalDate day, CancellationToken stop)
    {
        await using var rows = await Rows.AskAsync(
            place,
            place.File is null ? OnServer : OnFile,
            person,
            day,
            day.PlusDays(-DayRead.DaysBefore),
            stop
        );
        var entries = await rows.AllAsync(r => EntryOf(r, person), stop);
        var before = await rows.AllAsync(
            r => new PastValue(
                r.Day(0),
                r.Text(1),
                r.TextOrNull(2),
                r.Number(3),
                r.NumberOrNull(4),
                r.NumberOrNull(5),
                r.Text(6)
            ),
            stop
        );
        var intakes = await rows.AllAsync(r => IntakeOf(r, person), stop);
        var notes = await rows.AllAsync(
            r => new Note
            {
                PersonId = person,
                Id = r.Id(0),
                ChangeId = r.Id(1),
                Day = r.Day(2),
                Text = r.Text(3),
                Source = r.Text(4),
            },
            stop
        );
        var courses = await rows.AllAsync(r => CourseOf(r, person), stop);
        var names = (await rows.AllAsync(r => (Id: r.Id(0), Name: r.Text(1)), stop)).ToDictionary(
            t => t.Id,
            t => t.Name
        );
        var flares = await rows.AllAsync(
            r => new Flare
            {
                PersonId = person,
                Id = r.Id(0),
                ChangeId = r.Id(1),
                Start = r.Day(2),
                End = r.DayOrNull(3),
                Worst = r.NumberOrNull(4),
                Before = r.TextOrNull(5),
            },
            stop
        );
        var own = await rows.AllAsync(r => OwnOf(r, person), stop);
        var devices = await rows.AllAsync(r => new DevicePoint(r.Text(0), r.Day(1), r.Number(2)), stop);
        var changes = await rows.AllAsync(
            r => new Change
            {
                PersonId = person,
                Id = r.Id(0),
                At = r.At(1),
                Kind = r.Text(2),
                Day = r.DayOrNull(3),
                Key = r.TextOrNull(4),
                UndoesId = r.IdOrNull(5),
            },
            stop
        );
        var settings = (await rows.AllAsync(r => (Key: r.Text(0), Value: r.Text(1)), stop)).ToDictionary(
            s => s.Key,
            s => s.Value
        );
        return new DayRead
        {
            Day = day,
            Entries = entries,
            Before = before,
            Intakes = intakes,
            Notes = notes,
            Treatments = names,
            OwnMeasures = own,
            Devices = devices,
            Changes = changes,
            Settings = settings,
            Flare = flares.FirstOrDefault(),
            Courses =
            [
                .. courses
                    .Where(c => names.ContainsKey(c.TreatmentId))
                    .Select(c => (c, names[c.TreatmentId]))
                    .OrderBy(c => c.Item2, StringComparer.CurrentCultureIgnoreCase),
            ],
        };
    }

    private static Entry EntryOf(Rows r, Guid person) =>
        new()
        {
            PersonId = person,
            Id = r.Id(0),
            ChangeId = r.Id(1),
            Measure = r.Text(2),
            Value = r.NumberOrNull(3),
            Text = r.TextOrNull(4),
            ScaleLow = r.NumberOrNull(5),
            ScaleTop = r.NumberOrNull(6),
            Unit = r.Text(7),
            Day = r.Day(8),
            At = r.AtOrNull(9),
            Zone = r.TextOrNull(10),
            Region = r.TextOrNull(11),
            Source = r.Text(12),
        };

    private static Intake IntakeOf(Rows r, Guid person) =>
        new()
        {
            PersonId = person,
            Id = r.Id(0),
            ChangeId = r.Id(1),
            TreatmentId = r.Id(2),
            CourseId = r.IdOrNull(3),
            Day = r.Day(4),
            At = r.AtOrNull(5),
            Status = r.One<IntakeStatus>(6),
            Amount = r.NumberOrNull(7),
            AmountUnit = r.TextOrNull(8),
            AsWritten = r.TextOrNull(9),
            Source = r.Text(10),
            Slot = r.CountOrNull(11),
        };

    private static Course CourseOf(Rows r, Guid person) =>
        new()
        {
            PersonId = person,
            Id = r.Id(0),
            ChangeId = r.Id(1),
            TreatmentId = r.Id(2),
            Start = r.Day(3),
            End = r.DayOrNull(4),
            StopReason = r.TextOrNull(5),
            Schedule = DoseSchedule.Read(r.Text(6)),
            Form = r.TextOrNull(7),
            Route = r.TextOrNull(8),
        };

    private static OwnMeasure OwnOf(Rows r, Guid person) =>
        new()
        {
            PersonId = person,
            Id = r.Id(0),
            ChangeId = r.Id(1),
            Measure = r.Text(2),
            Name = r.Text(3),
            Kind = r.One<MeasureKind>(4),
            Better = r.One<Better>(5),
            Unit = r.Text(6),
            ScaleLow = r.NumberOrNull(7),
            ScaleTop = r.NumberOrNull(8),
            Daily = r.One<DailyRule>(9),
            Role = r.One<MeasureRole>(10),
            Asked = r.Is(11),
        };
}
