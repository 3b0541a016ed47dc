using Inomya.Programmes;
using Inomya.Questionnaires;
using Inomya.Sleep;
using Inomya.Tests.Questionnaires;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Sleep;

/// <summary>Nights and gates as the tests of sleep make them.</summary>
internal static class MadeNights
{
    public const string Part = "sleep.window";

    public static readonly SleepRules Rules = SleepRules.Read(ContentCheck.Content);
    public static readonly Gates Asked = Gates.Read(ContentCheck.Content);
    public static readonly Instruments Instruments = new(ContentCheck.Content);
    public static readonly DayClock Madrid = new(DayClock.UsualBoundary, [new(Instant.MinValue, "Europe/Madrid")]);

    public static readonly LocalDate Today = new(2026, 11, 22);

    public static readonly IReadOnlySet<LocalDate> NoEvenings = new HashSet<LocalDate>();

    /// <summary>A night up at seven, or so many minutes later, in bed for so many minutes and asleep for so many.</summary>
    public static Night Of(LocalDate day, int inBed, int asleep, int later = 0)
    {
        var rise = new LocalTime(7, 0).PlusMinutes(later);
        var up = Madrid.At(day + rise).ToInstant();
        return new Night
        {
            Day = day,
            IntoBed = up - Duration.FromMinutes(inBed),
            LightsOut = up - Duration.FromMinutes(inBed),
            FinalWaking = up,
            OutOfBed = up,
            BedClock = rise.PlusMinutes(-inBed),
            RiseClock = rise,
            MinutesToSleep = inBed - asleep,
            MinutesAwake = 0,
        };
    }

    /// <summary>The same night on each of so many days up to <see cref="Today"/>.</summary>
    public static IReadOnlyList<Night> Same(int count, int inBed, int asleep) =>
        [.. Enumerable.Range(0, count).Select(i => Of(Today.PlusDays(i + 1 - count), inBed, asleep))];

    /// <summary>Every gate of the window answered with no on a day, but for one that stands otherwise.</summary>
    public static PartGates GatesOn(LocalDate day, string? other = null, GateStanding standing = GateStanding.Closed) =>
        new(
            Part,
            [
                .. Asked
                    .Of(Part)
                    .Select(g => new GateState(
                        g,
                        g.Id == other ? standing : GateStanding.Open,
                        null,
                        null,
                        false,
                        day
                    )),
            ]
        );
}
