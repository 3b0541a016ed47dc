using System.Text.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Inomya.Journals;

/// <summary>That the first day of a course was drawn by chance: from which day on, among how many, by which seed.</summary>
/// <remarks>
/// It is kept so that anyone can draw again and see that the day was not chosen; it says nothing of a course that began
/// on another day.
/// </remarks>
public sealed record DrawnStart(LocalDate From, int Days, ulong Seed)
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(
        JsonSerializerDefaults.Web
    ).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>What to keep.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>What was kept.</summary>
    public static DrawnStart Read(string written) => JsonSerializer.Deserialize<DrawnStart>(written, Json)!;
}
