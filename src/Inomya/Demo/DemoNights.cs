using Inomya.Checkins;
using Inomya.Journals;
using Inomya.Sleep;
using NodaTime;

namespace Inomya.Demo;

/// <summary>The last weeks of nights of the invented person: told in the diary, with the hours that the check-in has.</summary>
internal static class DemoNights
{
    private const int Days = 20,
        ToSleep = 35,
        Awake = 40,
        Reading = 15,
        Lying = 25;

    private static readonly LocalTime Waking = new(6, 50),
        Told = new(9, 0);

    public static async Task AddAsync(Journal journal, CancellationToken stop)
    {
        var entries = await journal.EntriesAsync(journal.Today.PlusDays(-Days), journal.Today.PlusDays(-1), stop);
        var drafts = entries
            .Where(e => e is { Measure: NightBook.Hours, Source: Checkin.Source, Value: not null })
            .Select(e => (DraftOf(e), journal.Days.At(e.Day + Told).ToInstant()))
            .ToList();
        await journal.FillAsync(drafts, stop);
    }

    private static Draft DraftOf(Entry hours)
    {
        var asleep = (long)Math.Round(hours.Value!.Value * NodaConstants.MinutesPerHour);
        var waking = Waking.PlusMinutes(hours.Day.Day % 4 * 10);
        var lightsOut = waking.PlusMinutes(-asleep - ToSleep - Awake);
        return new Draft("sleep-night", day: hours.Day).Add(
            new SleepNight
            {
                Id = SleepNight.IdOf(hours.Day),
                Day = hours.Day,
                IntoBed = lightsOut.PlusMinutes(-Reading),
                LightsOut = lightsOut,
                MinutesToSleep = ToSleep,
                MinutesAwake = Awake,
                FinalWaking = waking,
                OutOfBed = waking.PlusMinutes(Lying),
                NapMinutes = hours.Day.Day % 3 == 0 ? 20 : 0,
                CaffeineAfterNoon = hours.Day.Day % 5 == 0,
                Source = NightBook.Source,
            }
        );
    }
}
