using NodaTime;

namespace Inomya.Journals;

/// <summary>A sample in memory.</summary>
/// <param name="Start">Milliseconds since 1970, UTC; <paramref name="End"/> too, at or after it.</param>
/// <param name="Device">Place in the list of devices it came with.</param>
internal readonly record struct SampleRow(long Start, long End, int Device, double Value) : IComparable<SampleRow>
{
    public static SampleRow Of(Reading reading) =>
        new(reading.Start.ToUnixTimeMilliseconds(), reading.End.ToUnixTimeMilliseconds(), 0, reading.Value);

    public static SampleRow Of(Sample sample) => Of(new Reading(sample.Start, sample.End, sample.Value));

    public Reading ToReading() =>
        new(Instant.FromUnixTimeMilliseconds(Start), Instant.FromUnixTimeMilliseconds(End), Value);

    /// <summary>The last moment that is in it: what lasts to midnight is of the day that midnight ends.</summary>
    public long Last => Math.Max(Start, End - 1);

    public long Length => End - Start;

    /// <summary>The month of its start, as <see cref="SampleBlock.Month"/> counts.</summary>
    public int Month => MonthOf(Start);

    public static int MonthOf(long milliseconds)
    {
        var day = DateTime.UnixEpoch.AddMilliseconds(milliseconds);
        return day.Year * 12 + day.Month - 1;
    }

    /// <summary>The first moment of a month, as <see cref="MonthOf"/> counts them.</summary>
    public static long StartOf(int month) =>
        month < 12
            ? long.MinValue
            : new DateTimeOffset(month / 12, month % 12 + 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public int CompareTo(SampleRow other)
    {
        var byStart = Start.CompareTo(other.Start);
        if (byStart != 0)
            return byStart;
        var byEnd = End.CompareTo(other.End);
        return byEnd != 0 ? byEnd : Device.CompareTo(other.Device);
    }
}
