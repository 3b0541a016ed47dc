using NodaTime;

namespace Inomya.Journals;

/// <summary>Reads all that the pages of a day need in one go.</summary>
internal static class DayReader
{
    private const string OfDay = "day = @day";
    private const string BeforeDay = "day >= @from AND day < @day";
    private const string CoversDay = "start <= @day AND (\"end\" IS NULL OR \"end\" >= @day)";
    private const string UpToDay = "day >= @from AND day <= @day";
    private const string ByDay = "IX_entries_person_id_day";

    private static readonly PersonQuery<Entry, Entry> Entries = new()
    {
        Where = OfDay,
        OrderBy = "change_id, id",
        FileIndex = ByDay,
    };

    /// <summary>Numbers of regions only of the last check-in: what the body map starts from.</summary>
    private static readonly PersonQuery<Entry, PastValue> Before = new()
    {
        Where = $"""
            value IS NOT NULL AND {BeforeDay} AND (region IS NULL OR day =
            (SELECT max(day) FROM {PersonQuery<Entry, PastValue>.Mine} AND source = 'checkin' AND {BeforeDay}))
            """,
        OrderBy = "day, change_id, id",
        FileIndex = ByDay,
    };

    private static readonly PersonQuery<Intake, Intake> Intakes = new() { Where = UpToDay, OrderBy = "day, id" };

    private static readonly PersonQuery<Note, Note> Notes = new() { Where = OfDay, OrderBy = "id" };

    private static readonly PersonQuery<Course, Course> Courses = new() { Where = CoversDay, OrderBy = "id" };

    private static readonly PersonQuery<Treatment, TreatmentName> Treatments = new();

    private static readonly PersonQuery<Flare, Flare> Flares = new() { Where = CoversDay, OrderBy = "id" };

    private static readonly PersonQuery<OwnMeasure, OwnMeasure> OwnMeasures = new() { OrderBy = "id" };

    private static readonly PersonQuery<SampleSource, SampleSource> Sources = new();

    private static readonly PersonQuery<DailyValue, DailyValue> Daily = new()
    {
        Where = UpToDay,
        OrderBy = "day, samples DESC, source_id",
    };

    private static readonly PersonQuery<Change, Change> Changes = new() { Where = OfDay, OrderBy = "id DESC LIMIT 50" };

    private static readonly PersonQuery<Setting, Setting> Settings = new() { Where = $"key <> '{JournalVersion.Key}'" };

    private static readonly IReadOnlyList<PersonQuery> All =
    [
        Entries,
        Before,
        Intakes,
        Notes,
        Courses,
        Treatments,
        Flares,
        OwnMeasures,
        Sources,
        Daily,
        Changes,
        Settings,
    ];

    public static async Task<DayRead> ReadAsync(JournalPlace place, Guid person, LocalDate day, CancellationToken stop)
    {
        IReadOnlyList<(string, object?)> days = [("@day", day), ("@from", day.PlusDays(-DayRead.DaysBefore))];
        await using var answers = await PersonAnswers.AskAsync(place, person, All, days, stop);
        var entries = await answers.NextAsync(Entries, stop);
        var before = await answers.NextAsync(Before, stop);
        var intakes = await answers.NextAsync(Intakes, stop);
        var notes = await answers.NextAsync(Notes, stop);
        var courses = await answers.NextAsync(Courses, stop);
        var names = (await answers.NextAsync(Treatments, stop)).ToDictionary(t => t.Id, t => t.Name);
        var flares = await answers.NextAsync(Flares, stop);
        var own = await answers.NextAsync(OwnMeasures, stop);
        var sources = await answers.NextAsync(Sources, stop);
        var daily = await answers.NextAsync(Daily, stop);
        var changes = await answers.NextAsync(Changes, stop);
        var settings = await answers.NextAsync(Settings, stop);
        return new DayRead
        {
            Day = day,
            Entries = entries,
            Before = before,
            Intakes = intakes,
            Notes = notes,
            Treatments = names,
            OwnMeasures = own,
            Devices = DevicePoints(daily, sources),
            Changes = changes,
            Settings = settings.ToDictionary(s => new SettingKey(s.Key), s => s.Value),
            Flare = flares.FirstOrDefault(),
            Courses = Named(courses, names),
        };
    }

    private static List<DevicePoint> DevicePoints(List<DailyValue> daily, List<SampleSource> sources)
    {
        var measure = sources.ToDictionary(s => s.Id, s => s.Measure);
        return daily.ConvertAll(v => new DevicePoint(measure[v.SourceId], v.Day, v.Value));
    }

    private static List<(Course, string)> Named(List<Course> courses, Dictionary<Guid, string> names) =>
        [
            .. courses
                .Where(c => names.ContainsKey(c.TreatmentId))
                .Select(c => (c, Name: names[c.TreatmentId]))
                .OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase),
        ];
}
