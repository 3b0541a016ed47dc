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
        if (!IsSoWritten(text))
            return null;
        var (day, time, offset) = (DayIn(text), TimeIn(text), OffsetIn(text));
        return day is null || time is null || offset is null
            ? null
            : Instant.FromUnixTimeSeconds(day.Value * 86_400 + time.Value - offset.Value);
    }

    private static bool IsSoWritten(ReadOnlySpan<byte> text) =>
        text.Length == Length && text[4] == '-' && text[7] == '-' && text[10] == ' ' && text[19] == ' ';

    private static long? DayIn(ReadOnlySpan<byte> text)
    {
        var (year, month, day) = (Number(text[..4]), Number(text.Slice(5, 2)), Number(text.Slice(8, 2)));
        return IsDay(year, month, day) ? DaysOf(year, month, day) : null;
    }

    /// <summary>Seconds since midnight on the clock.</summary>
    private static int? TimeIn(ReadOnlySpan<byte> text)
    {
        var (hour, minute, second) = (Number(text.Slice(11, 2)), Number(text.Slice(14, 2)), Number(text.Slice(17, 2)));
        return hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60
            ? null
            : hour * 3600 + minute * 60 + second;
    }

    /// <summary>Seconds the clock is ahead of UTC.</summary>
    private static int? OffsetIn(ReadOnlySpan<byte> text)
    {
        var (hour, minute) = (Number(text.Slice(21, 2)), Number(text.Slice(23, 2)));
        var sign = text[20] switch
        {
            (byte)'+' => 1,
            (byte)'-' => -1,
            _ => 0,
        };
        return sign == 0 || hour is < 0 or > 18 || minute is < 0 or > 59 ? null : sign * (hour * 3600 + minute * 60);
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
