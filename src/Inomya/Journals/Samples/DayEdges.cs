using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Journals;

/// <summary>Where the days of a stretch begin, for many lookups in order.</summary>
internal sealed class DayEdges
{
    private readonly LocalDate _first;
    private readonly long[] _starts;

    /// <param name="days">The days are calendar days, from midnight to midnight where the person was.</param>
    public DayEdges(DayClock days, LocalDate first, LocalDate last)
    {
        _first = first;
        var count = Period.DaysBetween(first, last) + 2;
        _starts = [.. Enumerable.Range(0, count).Select(i => days.StartOf(first.PlusDays(i)).ToUnixTimeMilliseconds())];
    }

    /// <summary>The first moment of the first day.</summary>
    public long Start => _starts[0];

    /// <summary>The first moment after the last day.</summary>
    public long End => _starts[^1];

    public IReadOnlyList<long> Starts => _starts;

    /// <summary>The day a moment is of; null outside the stretch.</summary>
    public LocalDate? DayOf(long moment)
    {
        if (moment < Start || moment >= End)
            return null;
        var at = Array.BinarySearch(_starts, moment);
        return _first.PlusDays(at >= 0 ? at : ~at - 1);
    }
}
