using Inomya.Checkins;
using Inomya.Journals;
using Inomya.Questionnaires;
using NodaTime;

namespace Inomya.Sleep;

/// <summary>The nights of one person, each once: as told in the sleep diary or, before there was one, in its questionnaire.</summary>
/// <remarks>Nights of a watch are not among them: see <see cref="WatchHoursAsync"/>.</remarks>
public sealed class NightBook(Journal journal, Instruments instruments)
{
    /// <summary>The source of a night, and the id of the questionnaire that asked for one.</summary>
    public const string Source = "sleep-diary";

    /// <summary>The measure that a check-in, an import and a watch record: hours of sleep.</summary>
    public const string Hours = "sleep_hours";

    /// <summary>The measure of a check-in: how well it was slept.</summary>
    public const string Quality = "sleep_quality";

    /// <summary>What was told of each night, in order of days.</summary>
    public async Task<IReadOnlyList<SleepNight>> ToldAsync(CancellationToken stop = default)
    {
        var told = await journal.AllAsync<SleepNight>(stop);
        var days = told.Select(n => n.Day).ToHashSet();
        var asked = (await journal.AllAsync<Response>(stop)).Where(r =>
            r is { Instrument: Source, Completed: true } && !days.Contains(r.Day)
        );
        return [.. told.Concat(asked.GroupBy(r => r.Day).Select(g => FromQuestionnaire(g.Last()))).OrderBy(n => n.Day)];
    }

    /// <summary>What was told of one night; null when nothing was.</summary>
    public async Task<SleepNight?> ToldAsync(LocalDate day, CancellationToken stop = default) =>
        (await ToldAsync(stop)).FirstOrDefault(n => n.Day == day);

    /// <summary>The nights in instants, in order of days.</summary>
    public async Task<IReadOnlyList<Night>> NightsAsync(CancellationToken stop = default) =>
        [.. (await ToldAsync(stop)).Select(n => NightClock.Read(n, journal.Days))];

    /// <summary>Hours of sleep that were brought in from a watch, an app or a file, not told here.</summary>
    public static bool IsFromElsewhere(Entry entry) =>
        entry is { Measure: Hours, Value: not null } && entry.Source != Checkin.Source;

    /// <summary>
    /// Hours of sleep as a watch, an app or a file has them, by day; of two devices the one with more samples.
    /// </summary>
    public async Task<IReadOnlyDictionary<LocalDate, double>> WatchHoursAsync(
        LocalDate from,
        LocalDate to,
        CancellationToken stop = default
    )
    {
        var devices = (await journal.DevicePointsAsync(from, to, stop)).Where(p => p.Measure == Hours);
        var files = (await journal.EntriesAsync(from, to, stop)).Where(IsFromElsewhere);
        return devices
            .Select(p => (p.Day, p.Value))
            .Concat(files.Select(e => (e.Day, e.Value!.Value)))
            .GroupBy(p => p.Day)
            .ToDictionary(g => g.Key, g => g.First().Item2);
    }

    private SleepNight FromQuestionnaire(Response response)
    {
        var answers = QuestionnaireBook.AnswersOf(instruments.Find(Source)!, response).ForScoring();
        return new SleepNight
        {
            Id = SleepNight.IdOf(response.Day),
            Day = response.Day,
            IntoBed = Clock("got_into_bed"),
            LightsOut = Clock("tried_to_sleep"),
            FinalWaking = Clock("final_awakening"),
            OutOfBed = Clock("got_out_of_bed"),
            MinutesToSleep = (int?)answers.Number("sol_min"),
            // as the questionnaire scores it: never awake is no time awake
            MinutesAwake = (int?)answers.Number("waso_min") ?? (answers.Number("awakenings") == 0 ? 0 : null),
            Source = "questionnaire",
        };

        LocalTime? Clock(string item) =>
            answers.MinuteOfDay(item) is { } minute ? LocalTime.FromMinutesSinceMidnight((int)minute) : null;
    }
}
