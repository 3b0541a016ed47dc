using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Checkins;

/// <summary>
/// How something is at this moment, as often a day as the person likes: what good and bad hours are found from.
/// </summary>
public static class Moment
{
    /// <summary>The source of what was rated for a moment, not for a whole day.</summary>
    public const string Source = "now";

    /// <summary>
    /// The change that adds a rating of a moment; several of a day become one by the measure's daily rule.
    /// </summary>
    /// <param name="key">The submission's own id: the same one sent twice is recorded once.</param>
    /// <param name="at">The moment; now where it is left out.</param>
    /// <exception cref="ArgumentException">
    /// The value cannot be recorded; ask <see cref="Measure.Refuses(double)"/> first.
    /// </exception>
    public static Draft Draft(Journal journal, Measure measure, double value, string? key, Instant? at = null)
    {
        if (measure.Refuses(value) is { } why)
            throw new ArgumentException($"{measure.Id}: {why}", nameof(value));
        var then = at ?? journal.Now;
        var entry = Checkin.EntryOf(measure, value, journal.Days.DayOf(then), Source) with
        {
            At = then,
            Zone = journal.Days.ZoneAt(then).Id,
        };
        return new Draft("moment", key, entry.Day).Add(entry);
    }
}
