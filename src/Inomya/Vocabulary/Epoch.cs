using NodaTime;

namespace Inomya.Vocabulary;

/// <summary>Days as whole numbers: the days since 1970-01-01, as the analysis and the storage count them.</summary>
public static class Epoch
{
    private static readonly LocalDate Start = new(1970, 1, 1);

    public static int ToEpochDay(this LocalDate day) => Period.DaysBetween(Start, day);

    public static LocalDate ToLocalDate(int epochDay) => Start.PlusDays(epochDay);
}
