using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing.Apps;

/// <summary>To which day of the person the times of a diary belong.</summary>
/// <param name="days">What is written at 01:20 belongs to the day before, by the person's own boundary.</param>
/// <param name="today">The person's day: a later one has not come.</param>
internal sealed class DiaryDays(DayClock days, LocalDate today)
{
    /// <summary>Nobody's diary starts before.</summary>
    private static readonly LocalDate Earliest = new(1900, 1, 1);

    private static readonly Duration LongestNap = Duration.FromHours(3);

    /// <param name="written">See <see cref="DiaryTime.Written"/>.</param>
    public (DiaryTime Time, RefusalReason? Refused) Of(WrittenTime time, string written, long line)
    {
        // a wall clock is at most a day ahead of the person's day; beyond it, it is not asked where the person was
        if (WhyNot(time.Wall.Date.PlusDays(-1)) is { } why)
            return (default, why);
        return Checked(
            time.HasTime
                ? OfMoment(MomentOf(time), written, line)
                : new DiaryTime(time.Wall.Date, null, null, written, line)
        );
    }

    /// <summary>Where the wall clock showed this.</summary>
    public Instant At(LocalDateTime wall) => days.At(wall).ToInstant();

    /// <summary>The date on the wall at a moment: of what is told of a night by the day it ended on.</summary>
    public LocalDate DateAt(Instant instant) => instant.InZone(days.ZoneAt(instant)).Date;

    /// <summary>A short sleep by day, by the rule of the hours that devices measure.</summary>
    public bool IsNap(Instant start, Instant end) =>
        end - start < LongestNap && start.InZone(days.ZoneAt(start)).Hour is >= 10 and < 20;

    private ZonedDateTime MomentOf(WrittenTime time) =>
        time.Instant is { } instant ? instant.InZone(days.ZoneAt(instant)) : days.At(time.Wall);

    private DiaryTime OfMoment(ZonedDateTime at, string written, long line) =>
        new(days.DayOf(at.ToInstant()), at.ToInstant(), at.Zone.Id, written, line);

    private (DiaryTime Time, RefusalReason? Refused) Checked(DiaryTime time) =>
        time.Day < Earliest ? (default, RefusalReason.Before1900)
        : time.Day > today ? (default, RefusalReason.DayToCome)
        : (time, null);

    private RefusalReason? WhyNot(LocalDate day) =>
        day < Earliest.PlusDays(-2) ? RefusalReason.Before1900
        : day > today.PlusDays(1) ? RefusalReason.DayToCome
        : null;
}
