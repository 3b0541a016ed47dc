using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Inomya.Importing.Apps;

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

    /// <summary>From each beginning of a stage to the next end of that stage, or else of the night.</summary>
    public static List<(SleepStage Stage, Instant Start, Instant End)> StagesIn(IEnumerable<string> cells, Instant end)
    {
        var begun = new Dictionary<string, Instant>();
        var stages = new List<(SleepStage, Instant, Instant)>();
        foreach (var (label, isStart, at) in EventsIn(cells).OrderBy(e => e.At).ThenBy(e => e.IsStart))
            if (isStart)
                begun.TryAdd(label, at);
            else if (begun.Remove(label, out var start))
                stages.Add((Stages[label], start, at));
        stages.AddRange(begun.Where(b => b.Value < end).Select(b => (Stages[b.Key], b.Value, end)));
        return stages;
    }

    /// <summary>The labels of what is no stage, such as snoring or the light in the room.</summary>
    public static IEnumerable<string> OthersIn(IEnumerable<string> cells) =>
        cells
            .Where(c => !Form().IsMatch(c))
            .Select(c => Other().Match(c))
            .Where(m => m.Success)
            .Select(m => m.Groups[1].Value);

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

    [GeneratedRegex("^([A-Z][A-Z_]*)-[0-9]{9,13}(-|$)")]
    private static partial Regex Other();
}
