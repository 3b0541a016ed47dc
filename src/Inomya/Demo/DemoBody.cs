using NodaTime;

namespace Inomya.Demo;

/// <summary>What is true of the invented person, so that a finding can be checked.</summary>
/// <remarks>
/// Short sleep makes the same day worse, doing too much makes the next two days worse, stress makes the same day worse;
/// coffee, alcohol, travel and the weather do nothing; a medicine taken from the second year on helps after some weeks.
/// </remarks>
internal sealed class DemoBody(Random random, LocalDate first)
{
    /// <summary>The day on which the medicine begins.</summary>
    public const int MedicineFrom = 430;

    private const double PainBase = 4.6,
        SleepShort = -0.55,
        Overdoing = 1.3,
        OverdoingSecondDay = 0.6,
        StressSame = 0.55,
        MedicineFull = -1.1,
        Carried = 0.45;

    private double _carried,
        _stressCarried;
    private bool _overdidYesterday,
        _overdidBefore;
    private int _flareLeft;

    /// <summary>Lives through a day; the days have to be asked for in order.</summary>
    public DemoDay Live(int day)
    {
        var date = first.PlusDays(day);
        var stress = Stress(date);
        var sleep = Sleep();
        var overdid = random.Chance(_overdidYesterday ? 0.05 : 0.12);
        var flare = Flare();
        var lived = new DemoDay(day, date, Pain(day, date, sleep, stress), sleep, stress, overdid, flare);
        (_overdidBefore, _overdidYesterday) = (_overdidYesterday, overdid);
        return lived;
    }

    private double Stress(LocalDate date)
    {
        _stressCarried = 0.6 * _stressCarried + 0.8 * random.Normal();
        return 4.2
            + (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? -1.2 : 0.4)
            + 1.4 * _stressCarried;
    }

    private double Sleep() => Math.Clamp(6.6 + 1.1 * random.Normal() - 0.15 * _stressCarried, 2.5, 10);

    private DemoFlare? Flare()
    {
        if (_flareLeft > 0)
        {
            _flareLeft--;
            return null;
        }
        if (!random.Chance(0.011))
            return null;
        _flareLeft = 4 + random.Next(8);
        return new DemoFlare(_flareLeft, 8 + random.Next(3), random.Next(3));
    }

    private double Pain(int day, LocalDate date, double sleep, double stress)
    {
        _carried = Carried * _carried + 0.75 * random.Normal();
        return PainBase
            + Season(date)
            + _carried
            + Medicine(day)
            + SleepShort * (sleep - 6.6) / 1.1
            + StressSame * (stress - 4.2) / 1.8
            + (_overdidYesterday ? Overdoing : 0)
            + (_overdidBefore ? OverdoingSecondDay : 0)
            + (_flareLeft > 0 ? 2.2 : 0);
    }

    private static double Season(LocalDate date) => 0.5 * Math.Cos(2 * Math.PI * (date.DayOfYear - 20) / 365.25);

    private static double Medicine(int day) =>
        day < MedicineFrom ? 0 : MedicineFull * (1 - Math.Exp(-(day - MedicineFrom) / 21.0));
}
