using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Sleep;

/// <summary>Turns the clock times of a night into instants.</summary>
/// <remarks>
/// Read backwards from the morning: getting up is on the night's own day, and each time before it is the last one on the
/// wall that is not after it. So midnight needs no thought, and a night by day (a night shift) is one as well. Where the
/// first of the times is missing, the last known one is on the night's own day, but for an evening, which is of the day
/// before.
/// </remarks>
public static class NightClock
{
    public static Night Read(SleepNight told, DayClock days)
    {
        LocalDateTime? next = null;
        var outOfBed = Take(told.OutOfBed);
        var waking = Take(told.FinalWaking);
        var lightsOut = Take(told.LightsOut, isEvening: true);
        var intoBed = Take(told.IntoBed, isEvening: true);
        return new Night
        {
            Day = told.Day,
            IntoBed = intoBed,
            LightsOut = lightsOut,
            FinalWaking = waking,
            OutOfBed = outOfBed,
            BedClock = told.IntoBed,
            RiseClock = told.OutOfBed,
            MinutesToSleep = told.MinutesToSleep,
            MinutesAwake = told.MinutesAwake,
        };

        Instant? Take(LocalTime? time, bool isEvening = false)
        {
            if (time is not { } clock)
                return null;
            next = Before(clock, next, told.Day, isEvening);
            return days.At(next.Value).ToInstant();
        }
    }

    /// <summary>The last time that the wall clock showed this, up to what came next.</summary>
    private static LocalDateTime Before(LocalTime time, LocalDateTime? next, LocalDate day, bool isEvening)
    {
        if (next is not { } after)
            return (isEvening && time >= LocalTime.Noon ? day.PlusDays(-1) : day) + time;
        var same = after.Date + time;
        return same <= after ? same : same.PlusDays(-1);
    }
}
