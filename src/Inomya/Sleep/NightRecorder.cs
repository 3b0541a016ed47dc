using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;

namespace Inomya.Sleep;

/// <summary>Records a night, and with it what the check-in of its day says of sleep: one fact, told in one place.</summary>
/// <remarks>
/// Hours of sleep are the check-in's own entry. A night that counts sets it, so that the check-in, the findings and the
/// diary say the same; one that does not count leaves it alone.
/// </remarks>
public sealed class NightRecorder(Journal journal, MeasureCatalogue catalogue, SleepRules rules)
{
    /// <summary>The change, not written yet; empty where the journal says the same.</summary>
    /// <param name="before">What was told of the night; null when nothing was.</param>
    /// <param name="quality">0 to 10; null leaves the rating of the check-in as it is.</param>
    /// <param name="key">The submission's own id.</param>
    public async Task<Draft> DraftAsync(
        SleepNight night,
        SleepNight? before,
        double? quality,
        string? key,
        CancellationToken stop = default
    )
    {
        var measures = await journal.MeasuresAsync(catalogue, stop);
        var values = new Dictionary<Question, double?>();
        if (quality is not null)
            values[new(NightBook.Quality)] = quality;
        if (await NewHoursAsync(night, stop) is { } hours)
            values[new(NightBook.Hours)] = hours;
        var answers = new CheckinAnswers { Values = values };
        var draft = await Checkin.DraftAsync(journal, measures.Find, night.Day, answers, key, "sleep-night", stop);
        if (before is null || before.Source != night.Source)
            draft.Add(night);
        else if (!Same(before, night))
            draft.Correct(before, night);
        return draft;
    }

    /// <summary>Hours of sleep that the check-in does not have yet; null where it has, or they cannot be told.</summary>
    private async Task<double?> NewHoursAsync(SleepNight night, CancellationToken stop)
    {
        if (NightClock.Read(night, journal.Days) is not { Counts: true, Asleep: { } minutes })
            return null;
        // hours of another source, such as an import, would be added to: they stay the day's hours
        if (await HasOtherHoursAsync(night.Day, stop))
            return null;
        var said = await SaidHoursAsync(night, stop);
        var hours = Math.Round(minutes / NodaTime.NodaConstants.MinutesPerHour, 1);
        return said is { } there && Agree(there, minutes) ? null : hours;
    }

    /// <summary>Whether hours of sleep are those of a night, to within what people round.</summary>
    public bool Agree(double hours, double minutesAsleep) =>
        Math.Abs(hours - (minutesAsleep / NodaTime.NodaConstants.MinutesPerHour)) <= rules.AgreeWithin + 1e-9;

    private async Task<bool> HasOtherHoursAsync(NodaTime.LocalDate day, CancellationToken stop) =>
        (await journal.EntriesAsync(day, day, stop)).Any(NightBook.IsFromElsewhere);

    private async Task<double?> SaidHoursAsync(SleepNight night, CancellationToken stop) =>
        (await Checkin.RecordedAsync(journal, night.Day, stop)).Values.GetValueOrDefault(new(NightBook.Hours));

    private static bool Same(SleepNight a, SleepNight b) =>
        (a.IntoBed, a.LightsOut, a.FinalWaking, a.OutOfBed) == (b.IntoBed, b.LightsOut, b.FinalWaking, b.OutOfBed)
        && (a.MinutesToSleep, a.MinutesAwake, a.NapMinutes, a.CaffeineAfterNoon)
            == (b.MinutesToSleep, b.MinutesAwake, b.NapMinutes, b.CaffeineAfterNoon);
}
