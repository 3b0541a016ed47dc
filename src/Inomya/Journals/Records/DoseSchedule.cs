using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Inomya.Journals;

/// <summary>How much of a treatment is meant to be taken, and when: the only place where a course keeps it.</summary>
/// <remarks>
/// A dose is asked for by day (<see cref="DoseOn"/>), because it may change from one day to another.
/// A day counts from the first day of the course, so that every second day stays every second day over months and clock
/// changes.
/// </remarks>
public sealed record DoseSchedule
{
    /// <summary>A schedule with more than this is a slip of the keys.</summary>
    public const int MostTimes = 12,
        MostDaysApart = 366,
        MostTimesADay = 48;

    private const double HoursInDay = 24;

    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>
    /// One dose before the first of <see cref="Steps"/>; null when not known. What holds on a day is <see
    /// cref="DoseOn"/>.
    /// </summary>
    [JsonPropertyName("dose")]
    public double? FirstDose { get; init; }

    /// <summary>UCUM unit of every dose, or as it was written when it is none; null when no dose is known.</summary>
    public string? Unit { get; init; }

    /// <summary>Taken when it is needed, not by plan.</summary>
    public bool AsNeeded { get; init; }

    /// <summary>
    /// By plan without times of day: how often in a day, on average where it is a broken number (0.3). Null when not
    /// known.
    /// </summary>
    public double? TimesPerDay { get; init; }

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

    /// <summary>Doses that change by date, the first one first.</summary>
    public IReadOnlyList<DoseStep> Steps { get; init; } = [];

    /// <summary>It is gone through, not taken, as a programme is: no dose is planned on any day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NoDoses { get; init; }

    /// <summary>
    /// It is done in sessions, of movement or of a practice, each of which is told by itself: no dose is planned on any day.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool BySession { get; init; }

    /// <summary>There are doses to take, be it by plan or as needed.</summary>
    [JsonIgnore]
    public bool HasDoses => !NoDoses && !BySession;

    /// <summary>How the first day was drawn; null where it was chosen.</summary>
    public DrawnStart? Drawn { get; init; }

    /// <summary>It says on which days: every so many, or by weekday. Else the days are the person's own.</summary>
    [JsonIgnore]
    public bool HasFixedDays => EveryDays > 1 || Weekdays.Count > 0;

    /// <summary>By plan: doses on a day on which it is taken; null when not told.</summary>
    [JsonIgnore]
    public double? TimesOnItsDays =>
        Times.Count > 0 ? Times.Count
        : TimesPerDay is { } rate ? Math.Max(1, rate)
        : null;

    /// <summary>By plan: days from one on which it is taken to the next, on average.</summary>
    [JsonIgnore]
    public double DaysBetween =>
        Weekdays.Count > 0 ? 7.0 / Weekdays.Count
        : EveryDays == 1 && Times.Count == 0 && TimesPerDay is { } rate and < 1 ? 1 / rate
        : EveryDays;

    /// <summary>The dose on a day; null when not known.</summary>
    public double? DoseOn(LocalDate day) => Steps.LastOrDefault(s => s.From <= day)?.Dose ?? FirstDose;

    /// <summary>What to keep.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>What was kept.</summary>
    public static DoseSchedule Read(string written) => JsonSerializer.Deserialize<DoseSchedule>(written, Json) ?? new();

    /// <summary>
    /// What cannot be meant, as the field it is about: "dose", "count", "times", "every", "most", "apart", "steps".
    /// </summary>
    public IEnumerable<string> Problems(LocalDate start, LocalDate? end)
    {
        if (!DoseFits)
            yield return "dose";
        if (!RateFits)
            yield return "count";
        if (!TimesFit)
            yield return "times";
        if (EveryDays is < 1 or > MostDaysApart)
            yield return "every";
        if (MostPerDay is < 1 or > MostTimesADay)
            yield return "most";
        if (!HoursApartFit)
            yield return "apart";
        if (!StepsFit(start, end))
            yield return "steps";
    }

    private bool DoseFits => FirstDose is not { } dose || (dose > 0 && double.IsFinite(dose));

    private bool RateFits => TimesPerDay is null or (> 0 and <= MostTimesADay);

    private bool TimesFit => Times.Count <= MostTimes && Times.Distinct().Count() == Times.Count;

    /// <summary>No longer than a week, and the most in a day fits into a day.</summary>
    private bool HoursApartFit =>
        HoursApart is not { } hours || (hours is > 0 and <= HoursInDay * 7 && !((MostPerDay - 1) * hours > HoursInDay));

    private bool StepsFit(LocalDate start, LocalDate? end) =>
        Steps.All(s => s.Dose >= 0 && double.IsFinite(s.Dose) && s.From > start && !(s.From > end))
        && Steps.Zip(Steps.Skip(1)).All(p => p.First.From < p.Second.From);

    /// <summary>By what it says: lists with the same in them are the same.</summary>
    public bool Equals(DoseSchedule? other) => other is not null && Write() == other.Write();

    public override string ToString() => Write();

    public override int GetHashCode() => Write().GetHashCode(StringComparison.Ordinal);
}
