using System.Text.Json;
using NodaTime;

namespace Inomya.Importing.Devices;

/// <summary>One metric of Health Auto Export.</summary>
/// <param name="Unit">Of all its values.</param>
/// <param name="Grain">How long each sum is: the person chose it, and it is not written.</param>
internal readonly record struct HealthAutoExportMetric(string Name, string Unit = "", Duration Grain = default)
{
    public static readonly Duration Day = Duration.FromDays(1);

    private static readonly Duration Hour = Duration.FromHours(1);

    public bool IsOfDays => Grain == Day;

    /// <summary>Each value of a metric; the metric itself where it has none.</summary>
    public static IEnumerable<(HealthAutoExportMetric Metric, JsonElement Value)> Of(JsonElement metric)
    {
        if (metric.ValueKind != JsonValueKind.Object)
            return [(new("metrics"), metric)];
        var values = metric.TryGetProperty("data", out var data) ? JsonFile.ElementsOf(data).ToList() : [];
        var of = new HealthAutoExportMetric(TextOf(metric, "name"), TextOf(metric, "units"), GrainOf(values));
        return values.Select(value => (of, value));
    }

    /// <summary>
    /// A day where all begin at midnight; else as long as the shortest time from one to the next of the same source, and
    /// never more than an hour.
    /// </summary>
    private static Duration GrainOf(IEnumerable<JsonElement> values)
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
        value.ValueKind == JsonValueKind.Object && DeviceTimes.Parse(TextOf(value, "date")) is { } time
            ? (TextOf(value, "source"), time.Wall)
            : null;

    private static string TextOf(JsonElement element, string field) =>
        element.TryGetProperty(field, out var value) ? value.ToString() : "";
}
