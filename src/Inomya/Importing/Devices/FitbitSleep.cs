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
            var (start, seconds) = (night.Moment("dateTime"), night.Number("seconds"));
            if (StageOf(level) is { } stage && start is { } from && seconds is >= 0 and < NodaConstants.SecondsPerWeek)
                segments.Add((new Stretch(from, from + Duration.FromSeconds(seconds.Value)), stage));
            else
                night.PassOver($"level {level}");
        });
        return segments;
    }

    /// <summary>What is left of a part of the night beside the short wakes that lie over it.</summary>
    private static IEnumerable<(Stretch When, SleepStage Stage)> Overlaid(
        (Stretch When, SleepStage Stage) part,
        List<(Stretch When, SleepStage Stage)> wakes
    )
    {
        var from = part.When.Start;
        foreach (var (wake, _) in wakes.Where(w => w.When.End > from && w.When.Start < part.When.End).OrderBy(w => w.When.Start))
        {
            if (wake.Start > from)
                yield return (new Stretch(from, wake.Start), part.Stage);
            from = Instant.Max(from, wake.End);
        }
        if (from < part.When.End)
            yield return (new Stretch(from, part.When.End), part.Stage);
    }
}
