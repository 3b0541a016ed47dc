using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing.Apps;

/// <summary>Turns the rows of Sleepmeter into sleep and what the person said of it.</summary>
internal sealed partial class SleepmeterReader(DiaryFacts facts)
{
    private const string App = "Sleepmeter";

    private static readonly Scale Quality = new(0, 10);

    private readonly Dictionary<(string List, string Id), string> _names = [];

    /// <summary>A list of names that the person gave: "custom_aid_id,class,name", then one a line.</summary>
    public void Name(string list)
    {
        var kind = list.Split('_', 3)[1];
        foreach (var match in list.Split('\n').Skip(1).Select(l => Named().Match(l)).Where(m => m.Success))
            _names[(kind, match.Groups["id"].Value)] = match.Groups["name"].Value;
    }

    public void Read(long line, Match cells)
    {
        if (!IsDated(line, cells, out var at))
            return;
        ReadSleep(line, cells, InstantOf(cells, "wake")!.Value);
        ReadQuality(line, cells, at);
        AddParts(at, cells, "aid", "aid");
        AddParts(at, cells, "hindrances", "hindrance");
        AddParts(at, cells, "tags", "tag");
        foreach (var _ in Parts(cells, "dreams"))
            facts.PassOver("dreams");
        facts.Write(at, cells.Groups["notes"].Value);
    }

    private bool IsDated(long line, Match cells, out DiaryTime at)
    {
        var day = InstantOf(cells, "wake") is { } wake ? facts.Days.DateAt(wake) : (LocalDate?)null;
        return facts.IsDated(line, "wake", cells.Groups["wake"].Value, ClockTime.On(day, null), out at);
    }

    private static Instant? InstantOf(Match cells, string group) => IsoTime.Parse(cells.Groups[group].Value)?.Instant;

    private void ReadSleep(long line, Match cells, Instant wake)
    {
        if (InstantOf(cells, "bedtime") is { } bed)
            facts.Sleep(App, bed, wake, SleepStage.InBed, line);
        else
            facts.Refuse(line, RefusalReason.NotADate, cells.Groups["bedtime"].Value, "bedtime");
        if (InstantOf(cells, "sleep") is { } sleep)
            AddSleep(line, HolesOf(line, cells, sleep), sleep, wake);
        else
            facts.Refuse(line, RefusalReason.NotADate, cells.Groups["sleep"].Value, "sleep");
    }

    private void AddSleep(long line, List<(Instant Start, Instant End)> holes, Instant sleep, Instant wake)
    {
        var from = sleep;
        foreach (var (start, end) in holes.Where(h => h.Start >= from && h.End <= wake))
        {
            AddAsleep(line, from, start);
            facts.Sleep(App, start, end, SleepStage.Awake, line);
            from = end;
        }
        AddAsleep(line, from, wake);
    }

    /// <summary>Someone who woke when they fell asleep did not sleep.</summary>
    private void AddAsleep(long line, Instant from, Instant to)
    {
        if (from != to)
            facts.Sleep(App, from, to, SleepStage.Asleep, line);
    }

    /// <summary>"60-120|180-240" are minutes after falling asleep.</summary>
    private List<(Instant Start, Instant End)> HolesOf(long line, Match cells, Instant sleep)
    {
        var holes = new List<(Instant Start, Instant End)>();
        foreach (var written in Parts(cells, "holes"))
            if (Hole().Match(written) is { Success: true } hole)
                holes.Add((After(sleep, hole.Groups[1]), After(sleep, hole.Groups[2])));
            else
                facts.Refuse(line, RefusalReason.NotATime, written, "holes");
        return [.. holes.OrderBy(h => h.Start)];
    }

    private static Instant After(Instant start, Group minutes) =>
        start + Duration.FromMinutes(long.Parse(minutes.Value, CultureInfo.InvariantCulture));

    private void ReadQuality(long line, Match cells, DiaryTime at)
    {
        var written = cells.Groups["quality"].Value;
        if (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var quality))
            facts.Refuse(line, RefusalReason.NotANumber, written, "quality");
        else
            facts.Rate(
                at,
                cells.Groups["type"].Value == "NAP" ? "Nap" : "Sleep quality",
                quality,
                Quality,
                Better.Higher
            );
    }

    private void AddParts(DiaryTime at, Match cells, string column, string list)
    {
        foreach (var part in Parts(cells, column))
            facts.Answer(at, column, NameOf(list, part));
    }

    private string NameOf(string list, string id) => _names.GetValueOrDefault((list, id), id);

    private static IEnumerable<string> Parts(Match cells, string group) =>
        cells
            .Groups[group]
            .Value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(p => p != "NONE");

    [GeneratedRegex("^([0-9]{1,5})-([0-9]{1,5})$")]
    private static partial Regex Hole();

    [GeneratedRegex("^(?<id>CUSTOM_[0-9]+),([A-Z_]+,)?\"(?<name>.*)\"$")]
    private static partial Regex Named();
}
