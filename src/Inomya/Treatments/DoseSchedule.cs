using System.Text.Json;
using System.Text.Json.Serialization;
using Inomya.Journals;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Inomya.Treatments;

/// <summary>From this day on the dose is another one; 0 is a pause.</summary>
/// <param name="Dose">In the unit of the course.</param>
public sealed record DoseStep(LocalDate From, double Dose);

/// <summary>When a treatment is meant to be taken.</summary>
/// <remarks>
/// A day counts from the first day of the course, so that every second day stays every second day over months and clock changes.
/// A course from before schedules were kept, or from a file, has only a number of times a day; see <see cref="Of"/>.
/// </remarks>
public sealed record DoseSchedule
{
    /// <summary>A schedule with more than this is a slip of the keys.</summary>
    public const int MostTimes = 12,
        MostDaysApart = 366;

    private const double HoursInDay = 24;

    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(
        JsonSerializerDefaults.Web
    ).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>Times on the wall clock, in order; empty when no time of day is told.</summary>
    public IReadOnlyList<LocalTime> Times { get; init; } = [];

    /// <summary>Every day is 1, every other day is 2.</summary>
    public int EveryDays { get; init; } = 1;

    /// <summary>Only on these days of the week; empty for any.</summary>
    public IReadOnlyList<IsoDayOfWeek> Weekdays { get; init; } = [];

    /// <summary>As needed: the most in a day; null when not told.</summary>
    public int? MostPerDay { get; init; }

    /// <summary>As needed: the least time between two, in hours; null when not told.</summary>
    public double? HoursApart { get; init; }

    /// <summary>Doses that change by date, the first one first; before it the dose of the course holds.</summary>
    public IReadOnlyList<DoseStep> Steps { get; init; } = [];

    /// <summary>The schedule of a course; one without times for a course that has none written down.</summary>
    public static DoseSchedule Of(Course course) =>
        course.Schedule is null
            ? new DoseSchedule()
            : JsonSerializer.Deserialize<DoseSchedule>(course.Schedule, Json) ?? new DoseSchedule();

    /// <summary>What to keep as <see cref="Course.Schedule"/>.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>What cannot be meant, as the field it is about: "times", "every", "most", "apart", "steps".</summary>
    public IEnumerable<string> Problems(LocalDate start, LocalDate? end)
    {
        if (Times.Count > MostTimes || Times.Distinct().Count() != Times.Count)
            yield return "times";
        if (EveryDays is < 1 or > MostDaysApart)
            yield return "every";
        if (MostPerDay is < 1 or > MostTimes * 4)
            yield return "most";
        if (HoursApart is <= 0 or > HoursInDay * 7 || (MostPerDay - 1) * HoursApart > HoursInDay)
            yield return "apart";
        if (
            Steps.Any(s => s.Dose < 0 || s.From <= start || s.From > end)
            || Steps.Zip(Steps.Skip(1)).Any(p => p.First.From >= p.Second.From)
        )
            yield return "steps";
    }

    /// <summary>The dose on a day, in the unit of the course; null when not known.</summary>
    public double? DoseOn(Course course, LocalDate day) => Steps.LastOrDefault(s => s.From <= day)?.Dose ?? course.Dose;

    /// <summary>It says on which days: every so many, or by weekday. Else the days are the person's own.</summary>
    [JsonIgnore]
    public bool HasFixedDays => EveryDays > 1 || Weekdays.Count > 0;

    /// <summary>How many doses are planned on a day: 0 outside the course, on a day between, in a pause, and for what is taken as needed.</summary>
    /// <remarks>With no times told and a broken number a day, such as 0.3, the doses are spread so that their number stays right over weeks.</remarks>
    public int CountOn(Course course, LocalDate day)
    {
        if (course.AsNeeded || !course.Covers(day) || DoseOn(course, day) is 0)
            return 0;
        var since = Period.DaysBetween(course.Start, day);
        if (since % EveryDays != 0 || (Weekdays.Count > 0 && !Weekdays.Contains(day.DayOfWeek)))
            return 0;
        if (Times.Count > 0)
            return Times.Count;
        var rate = course.TimesPerDay ?? 1;
        return HasFixedDays ? Math.Max(1, (int)Math.Round(rate)) : Before(since + 1, rate) - Before(since, rate);
    }

    private static int Before(int days, double rate) => (int)Math.Ceiling((days * rate) - 1e-9);
}
