using System.Text.Json;
using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>How long each sum of a metric of Health Auto Export is: the person chose it, and it is not written.</summary>
internal static class HealthAutoExportGrain
{
    public static readonly Duration Day = Duration.FromDays(1);

    private static readonly Duration Hour = Duration.FromHours(1);

    /// <summary>
    /// A day where all begin at midnight; else as long as the shortest time from one to the next of the same source, and
    /// never more than an hour.
    /// </summary>
    public static Duration Of(IEnumerable<JsonElement> values)
    {
        var starts = values.Select(Read).OfType<(string Source, LocalDateTime Wall)>().ToList();
        if (starts.TrueForAll(s => s.Wall.TimeOfDay == LocalTime.Midnight))
            return Day;
        var gaps = starts.GroupBy(s => s.Source).SelectMany(g => GapsOf(g.Select(s => s.Wall)));
        return gaps.Append(Hour).Min();
    }

    private static IEnumerable<Duration> GapsOf(IEnumerable<LocalDateTime> starts)
    {
        var sorted = starts.Distinct().Order().ToList();
        return sorted.Zip(sorted.Skip(1), (from, to) => to.InUtc().ToInstant() - from.InUtc().ToInstant());
    }

    private static (string Source, LocalDateTime Wall)? Read(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty("date", out var date)
        && DeviceTimes.Parse(date.ToString()) is { } time
            ? (value.TryGetProperty("source", out var source) ? source.ToString() : "", time.Wall)
            : null;
}
