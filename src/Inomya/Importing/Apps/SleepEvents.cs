using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Inomya.Importing;

/// <summary>The events of a night of Sleep as Android: "DEEP_START-1606734191337", "DEEP_END-1606735091337".</summary>
internal static partial class SleepEvents
{
    private static readonly Dictionary<string, SleepStage> Stages = new(StringComparer.Ordinal)
    {
        ["LIGHT"] = SleepStage.Light,
        ["DEEP"] = SleepStage.Deep,
        ["REM"] = SleepStage.Rem,
        ["AWAKE"] = SleepStage.Awake,
    };

    /// <summary>From each beginning of a stage to the next end of that stage.</summary>
    public static List<(SleepStage Stage, Instant Start, Instant End)> StagesIn(IEnumerable<string> cells)
    {
        var begun = new Dictionary<string, Instant>();
        var stages = new List<(SleepStage, Instant, Instant)>();
        foreach (var (label, isStart, at) in EventsIn(cells).OrderBy(e => e.At).ThenBy(e => e.IsStart))
            if (isStart)
                begun.TryAdd(label, at);
            else if (begun.Remove(label, out var start))
                stages.Add((Stages[label], start, at));
        return stages;
    }

    private static IEnumerable<(string Label, bool IsStart, Instant At)> EventsIn(IEnumerable<string> cells) =>
        from match in cells.Select(c => Form().Match(c))
        where match.Success
        let ms = long.Parse(match.Groups["ms"].Value, CultureInfo.InvariantCulture)
        select (
            match.Groups["stage"].Value,
            match.Groups["side"].Value == "START",
            Instant.FromUnixTimeMilliseconds(ms)
        );

    [GeneratedRegex("^(?<stage>LIGHT|DEEP|REM|AWAKE)_(?<side>START|END)-(?<ms>[0-9]{9,13})(-|$)")]
    private static partial Regex Form();
}
