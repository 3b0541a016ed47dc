using Inomya.Questionnaires;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Sleep;

/// <summary>The Sleep Regularity Index of a stretch of nights (Phillips et al. 2017, doi:10.1038/s41598-017-03171-4).</summary>
/// <remarks>
/// Minute by minute: the state now against the state 24 hours later, by instants, so that a clock change that moves one's
/// sleep shows. Asleep is from falling asleep to the last waking: a diary knows how long one was awake in between, not
/// when, so that time is left out (our rule). Known is a night, from noon to noon, that says when sleep began and ended.
/// </remarks>
/// <param name="Index">−100 to 100: 100 is the same every day, 0 is chance; null when too few days can be compared.</param>
/// <param name="DayPairs">How many days could be compared with the day before, in parts of a day.</param>
public sealed record SleepRegularity(double? Index, double DayPairs)
{
    private const int DayMinutes = 24 * 60;

    /// <param name="leastPairs">Fewer days that can be compared have no index.</param>
    public static SleepRegularity Of(
        IEnumerable<Night> nights,
        DayClock days,
        LocalDate first,
        LocalDate last,
        double leastPairs
    )
    {
        var begin = days.At(first.PlusDays(-1) + LocalTime.Noon).ToInstant();
        var count = Period.DaysBetween(first, last) + 1;
        var states = Enumerable.Repeat('x', count * DayMinutes).ToArray();
        var known = nights.Where(n => n.Day >= first && n.Day <= last && n.FellAsleep < n.FinalWaking).ToList();
        foreach (var night in known)
            Fill(NoonBefore(night.Day), NoonBefore(night.Day.PlusDays(1)), '0');
        foreach (var night in known)
            Fill(night.FellAsleep!.Value, night.FinalWaking!.Value, '1');
        var (compared, agreeing) = SleepScores.Compared([.. states.Chunk(DayMinutes).Select(c => new string(c))]);
        var pairs = (double)compared / DayMinutes;
        return new SleepRegularity(
            compared > 0 && pairs >= leastPairs ? SleepScores.IndexOf(compared, agreeing) : null,
            pairs
        );

        Instant NoonBefore(LocalDate day) => days.At(day.PlusDays(-1) + LocalTime.Noon).ToInstant();

        void Fill(Instant from, Instant to, char state)
        {
            var end = Math.Min(states.Length, MinuteOf(to));
            for (var minute = Math.Max(0, MinuteOf(from)); minute < end; minute++)
                states[minute] = state;
        }

        int MinuteOf(Instant at) => (int)Math.Floor((at - begin).TotalMinutes);
    }
}
