using System.Text.Json;
using Inomya.Vocabulary;

namespace Inomya.Importing.Apps;

/// <summary>What a tracker of Nomie is.</summary>
/// <param name="Scale">The lowest and highest step, for one that is rated; else null.</param>
/// <param name="IsTimer">Its values are seconds.</param>
/// <param name="IsTick">It counts how often; a value stands for so many times.</param>
internal sealed record NomieTracker(string Name, Scale? Scale, bool IsTimer, bool IsTick)
{
    /// <summary>The trackers of a backup, by tag.</summary>
    public static Dictionary<string, NomieTracker> AllOf(JsonElement backup)
    {
        var trackers = new Dictionary<string, NomieTracker>(StringComparer.OrdinalIgnoreCase);
        foreach (var tracker in backup.MembersAt("trackers").Select(m => m.Value))
            if (tracker.TextAt("tag") is { Length: > 0 } tag)
                trackers[tag] = Of(tracker, tag);
        return trackers;
    }

    private static NomieTracker Of(JsonElement tracker, string tag)
    {
        var label = tracker.TextAt("label").Trim();
        var type = tracker.TextAt("type");
        return new NomieTracker(
            label.Length > 0 ? label : tag,
            type == "range" ? ScaleOf(tracker) : null,
            type == "timer",
            type is "tick" or ""
        );
    }

    private static Scale? ScaleOf(JsonElement tracker) =>
        tracker.NumberAt("min") is { } low && tracker.NumberAt("max") is { } top && low < top
            ? new Scale(low, top)
            : null;
}
