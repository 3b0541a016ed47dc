using NodaTime;

namespace Inomya.Importing;

/// <summary>Reads times one after the other, of which most are of the day and the offset of the one before.</summary>
internal sealed class AppleTimes
{
    private const int Length = 25,
        Clock = 11,
        ClockEnd = 19;

    private readonly byte[] _last = new byte[Length];
    private long _midnight;

    /// <summary>As <see cref="AppleTime.Read"/>.</summary>
    public Instant? Read(ReadOnlySpan<byte> text)
    {
        if (IsOfTheLastDay(text) && SecondsIn(text.Slice(Clock, ClockEnd - Clock)) is { } seconds)
            return Instant.FromUnixTimeSeconds(_midnight + seconds);
        var read = AppleTime.Read(text);
        if (read is { } at && SecondsIn(text.Slice(Clock, ClockEnd - Clock)) is { } since)
        {
            text.CopyTo(_last);
            _midnight = at.ToUnixTimeSeconds() - since;
        }
        return read;
    }

    private bool IsOfTheLastDay(ReadOnlySpan<byte> text) =>
        text.Length == Length
        && text[..Clock].SequenceEqual(_last.AsSpan(0, Clock))
        && text[ClockEnd..].SequenceEqual(_last.AsSpan(ClockEnd));

    /// <summary>Seconds since midnight of "HH:mm:ss"; null where it is written in another way, which is looked at whole.</summary>
    private static int? SecondsIn(ReadOnlySpan<byte> clock)
    {
        if (clock[2] != ':' || clock[5] != ':')
            return null;
        var (hour, minute, second) = (Two(clock, 0), Two(clock, 3), Two(clock, 6));
        return hour > 23 || minute > 59 || second > 59 ? null : hour * 3600 + minute * 60 + second;
    }

    /// <summary>A hundred, and so out of every range, where they are not two figures.</summary>
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        return tens is < 0 or > 9 || ones is < 0 or > 9 ? 100 : tens * 10 + ones;
    }
}
