using NodaTime;

namespace Inomya.Journals;

/// <summary>A visit to come, or one that was.</summary>
public sealed record Appointment : Recorded
{
    /// <summary>With whom or for what, in the person's words.</summary>
    public required string With { get; init; }

    /// <summary>The calendar day where the person then is.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Time on the wall clock there; null when only the day is known.</summary>
    public LocalTime? Time { get; init; }
    public string? Place { get; init; }
    public string? Note { get; init; }
}
