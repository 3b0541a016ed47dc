using System.Buffers.Text;
using NodaTime;

namespace Inomya.Importing;

/// <summary>Reads the one form of time of the export, "2026-06-29 08:00:00 +0200", without making text of it.</summary>
internal static class AppleTime
{
    private const int Length = 25;
    private const long DayOfEpoch = 719468;

    /// <summary>Null where it is written in another way or names no day.</summary>
    public static Instant? Read(ReadOnlySpan<byte> text)
    {
        if (text.Length != Length || text[4] != '-' || text[7] != '-' || text[10] != ' ' || text[19] != ' ')
            return null;
        var (year, month, day) = (Number(text[..4]), Number(text.Slice(5, 2)), Number(text.Slice(8, 2)));
        var (hour, minute, second) = (Number(text.Slice(11, 2)), Number(text.Slice(14, 2)), Number(text.Slice(17, 2)));
        var (zoneHour, zoneMinute) = (Number(text.Slice(21, 2)), Number(text.Slice(23, 2)));
        if (!IsDay(year, month, day) || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60)
            return null;
        if (zoneHour is < 0 or > 18 || zoneMinute is < 0 or > 59 || text[20] is not ((byte)'+' or (byte)'-'))
            return null;
        var seconds = DaysOf(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
        var offset = (zoneHour * 3600 + zoneMinute * 60) * (text[20] == '-' ? -1 : 1);
        return Instant.FromUnixTimeSeconds(seconds - offset);
    }

    private static int Number(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits, out int number, out var used) && used == digits.Length ? number : -1;

    private static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>Days since 1970; years are counted from March, so that the leap day is the last of its year.</summary>
    private static long DaysOf(int year, int month, int day)
    {
        var y = month <= 2 ? year - 1 : year;
        var era = y / 400;
        var yearOfEra = y - era * 400;
        var dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097L + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - DayOfEpoch;
    }
}
