using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>A night of Fitbit, the same in its files and from its API; on the wall clock of the person.</summary>
internal static class FitbitSleep
{
    public const string Maker = "Fitbit";

    private static readonly NightFields Sums = new(
        "min",
        "minutesAsleep",
        null,
        "levels.summary.light.minutes",
        "levels.summary.deep.minutes",
        "levels.summary.rem.minutes",
        "minutesAwake"
    );

    /// <summary>"restless" counts as awake with Fitbit too.</summary>
    private static SleepStage? StageOf(string level) =>
        level switch
        {
            "wake" or "awake" or "restless" => SleepStage.Awake,
            "light" => SleepStage.Light,
            "deep" => SleepStage.Deep,
            "rem" => SleepStage.Rem,
            "asleep" => SleepStage.Asleep,
            _ => null,
        };

    public static void Read(JsonRecord night)
    {
        var whole = Stretch.Between(night.Moment("startTime"), night.Moment("endTime"));
        var wakes = SegmentsOf(night, "levels.shortData");
        var parts = SegmentsOf(night, "levels.data");
        if (parts.Count == 0)
            night.KeepNight(whole, Sums);
        foreach (var part in parts)
        foreach (var (piece, stage) in Overlaid(part, wakes))
            night.KeepSleep(piece, stage);
        foreach (var (wake, stage) in wakes)
            night.KeepSleep(wake, stage);
        _ = night.Text("minutesAsleep");
    }

    private static List<(Stretch When, SleepStage Stage)> SegmentsOf(JsonRecord night, string field)
    {
        var segments = new List<(Stretch, SleepStage)>();
        night.Inside(field, () =>
        {
            var level = night.Text("level") ?? "";
            var length = night.Length("seconds", "s");
            if (StageOf(level) is { } stage && Lasting(night.Moment("dateTime"), length) is { } when)
                segments.Add((when, stage));
            else
                night.PassOver($"level {level}");
        });
        return segments;
    }

    private static Stretch? Lasting(Instant? start, Duration? length) =>
        length is { } known ? Stretch.Lasting(start, known) : null;

    /// <summary>What is left of a part of the night beside the short wakes that lie over it.</summary>
    private static IEnumerable<(Stretch When, SleepStage Stage)> Overlaid(
        (Stretch When, SleepStage Stage) part,
        List<(Stretch When, SleepStage Stage)> wakes
    )
    {
        var from = part.When.Start;
        foreach (var wake in wakes.Select(w => w.When).Where(part.When.Overlaps).OrderBy(w => w.Start))
        {
            if (wake.Start > from)
                yield return (new Stretch(from, wake.Start), part.Stage);
            from = Instant.Max(from, wake.End);
        }
        if (from < part.When.End)
            yield return (new Stretch(from, part.When.End), part.Stage);
    }
}
