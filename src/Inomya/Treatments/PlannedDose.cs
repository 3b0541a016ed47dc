using Inomya.Journals;
using NodaTime;

namespace Inomya.Treatments;

/// <summary>
/// One dose that is meant to be taken. What makes it this one is its course, day and number, whatever the clocks do.
/// </summary>
/// <param name="Day">The person's day.</param>
/// <param name="Number">Which of the day, from 1.</param>
/// <param name="Time">On the wall clock; null when no time is told.</param>
/// <param name="At">The instant of <paramref name="Time"/> where the person then is; null without a time.</param>
public sealed record PlannedDose(Course Course, LocalDate Day, int Number, LocalTime? Time, Instant? At)
{
    /// <summary>In the unit of the course's schedule; null when not known.</summary>
    public double? Dose => Course.Schedule.DoseOn(Day);
}
