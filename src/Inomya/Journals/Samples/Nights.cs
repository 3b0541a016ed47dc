using NodaTime;

namespace Inomya.Journals;

/// <summary>From stages of sleep to hours asleep, in bed, of naps and of each stage, a day.</summary>
/// <remarks>
/// Stretches less than three hours apart are one sleep. What it was is told by the one source that tells most: stages
/// before plain sleep, plain sleep before lying in bed, then the device worn closer. A sleep is of the day on which it
/// ends. One under three hours that begins between 10:00 and 20:00 is a nap and not part of the night. Being in bed is
/// not being asleep; where no source says when one was in bed, it is from the first to the last stage.
/// </remarks>
internal sealed class Nights(SampleRows rows, DayEdges edges, Func<long, LocalTime> clockAt)
{
    /// <summary>The stream of stages that these come from.</summary>
    public const string Stream = "sleep_stages";

    /// <summary>The measures that come of it.</summary>
    public static IReadOnlyList<string> Measures { get; } =
    [Asleep, "sleep_in_bed", Nap, "sleep_awake", "sleep_light", "sleep_deep", "sleep_rem"];

    /// <summary>Hours asleep in the night.</summary>
    public const string Asleep = "sleep_hours";

    /// <summary>Hours of naps, which are not part of the night.</summary>
    public const string Nap = "sleep_nap";

    private const int InBed = 0;
    private const int Unsaid = 1;
    private const int Awake = 2;
    private const int Light = 3;
    private const int Deep = 4;
    private const int Rem = 5;

    private const double Hour = 3_600_000;

    /// <summary>Sleeps that lie less apart are one.</summary>
    private const double Apart = 3 * Hour;

    private const double LongestNap = 3 * Hour;
    private static readonly LocalTime NapsFrom = new(10, 0);
    private static readonly LocalTime NapsUntil = new(20, 0);

    public IEnumerable<DeviceDay> Days() =>
        Sleeps()
            .SelectMany(ValuesOf)
            .GroupBy(v => (v.Measure, v.Day))
            .Select(day => day.First() with { Value = day.Sum(v => v.Value), Samples = day.Sum(v => v.Samples) });

    private IEnumerable<List<SampleRow>> Sleeps()
    {
        var sleep = new List<SampleRow>();
        var end = long.MaxValue;
        foreach (var row in rows.Rows.Where(r => r.Length > 0))
        {
            if (row.Start - end >= Apart)
            {
                yield return sleep;
                sleep = [];
            }
            end = sleep.Count == 0 ? row.End : Math.Max(end, row.End);
            sleep.Add(row);
        }
        if (sleep.Count > 0)
            yield return sleep;
    }

    private IEnumerable<DeviceDay> ValuesOf(List<SampleRow> sleep)
    {
        var source = sleep.Select(r => r.Device).Distinct().MinBy(d => BeliefIn(sleep, d));
        var told = StagesOf([.. sleep.Where(r => r.Device == source)]);
        var slept = told.Where(t => StageOf(t) is not (InBed or Awake)).ToList();
        var end = (slept.Count > 0 ? slept : told)[^1].To;
        if (edges.DayOf(end) is not { } day)
            return [];
        return ValuesOf(sleep, source, told, slept)
            .Select(v => new DeviceDay(v.Measure, rows.Devices[source], day, v.Hours, told.Count));
    }

    private IEnumerable<(string Measure, double Hours)> ValuesOf(
        List<SampleRow> sleep,
        int source,
        List<Piece> told,
        List<Piece> slept
    )
    {
        var asleep = HoursOf(slept);
        if (slept.Count > 0 && IsNap(slept))
            return [(Nap, asleep)];
        List<(string, double)> values = [("sleep_in_bed", InBedOf(sleep, source, told))];
        if (slept.Count == 0)
            return values;
        values.Add((Asleep, asleep));
        if (told.Any(t => StageOf(t) == Awake))
            values.Add(("sleep_awake", HoursOf(told.Where(t => StageOf(t) == Awake))));
        if (slept.Any(t => StageOf(t) != Unsaid))
            values.AddRange([
                ("sleep_light", HoursOf(slept, Light)),
                ("sleep_deep", HoursOf(slept, Deep)),
                ("sleep_rem", HoursOf(slept, Rem)),
            ]);
        return values;
    }

    private bool IsNap(List<Piece> slept)
    {
        var from = clockAt(slept[0].From);
        return slept[^1].To - slept[0].From < LongestNap && from >= NapsFrom && from < NapsUntil;
    }

    /// <summary>Lower is believed first.</summary>
    private (int, int, int) BeliefIn(List<SampleRow> sleep, int device)
    {
        var mine = sleep.Where(r => r.Device == device).ToList();
        var tells =
            mine.Any(r => r.Value is Light or Deep or Rem) ? 0
            : mine.Any(r => r.Value is Unsaid) ? 1
            : 2;
        return (tells, DeviceRank.Of(rows.Devices[device]), device);
    }

    /// <summary>
    /// Of the source itself; where it does not say, of the next that does; else from its first to its last stage.
    /// </summary>
    private double InBedOf(List<SampleRow> sleep, int source, List<Piece> told)
    {
        var inBed = sleep.Where(r => r.Value == InBed).ToList();
        if (inBed.Count == 0)
            return (told[^1].To - told[0].From) / Hour;
        var device = inBed.Select(r => r.Device).MinBy(d => d == source ? -1 : RankOf(d));
        return LengthOf(inBed.Where(r => r.Device == device)) / Hour;
    }

    private int RankOf(int device) => DeviceRank.Of(rows.Devices[device]);

    /// <summary>The length of what the stretches cover together; they are in order of start.</summary>
    private static double LengthOf(IEnumerable<SampleRow> stretches)
    {
        var (length, until) = (0L, long.MinValue);
        foreach (var stretch in stretches)
        {
            length += Math.Max(0, stretch.End - Math.Max(stretch.Start, until));
            until = Math.Max(until, stretch.End);
        }
        return length;
    }

    /// <summary>
    /// One stage at a time: a stage tells more than plain sleep, that more than being in bed; of two stages the one that
    /// began last.
    /// </summary>
    private static List<Piece> StagesOf(List<SampleRow> stretches) => Sweep.Pieces(stretches, [], ByWhatItTells);

    private static int ByWhatItTells(SampleRow a, SampleRow b)
    {
        var byStage = TellsOf(b).CompareTo(TellsOf(a));
        if (byStage != 0)
            return byStage;
        var byStart = b.Start.CompareTo(a.Start);
        return byStart != 0 ? byStart : (b.End, b.Value).CompareTo((a.End, a.Value));
    }

    private static int TellsOf(SampleRow row) =>
        row.Value switch
        {
            InBed => 0,
            Unsaid => 1,
            _ => 2,
        };

    private static double HoursOf(IEnumerable<Piece> stretches) => stretches.Sum(s => s.Length) / Hour;

    private static double HoursOf(IEnumerable<Piece> stretches, int stage) =>
        HoursOf(stretches.Where(s => StageOf(s) == stage));

    private static int StageOf(Piece piece) => (int)piece.Row.Value;
}
