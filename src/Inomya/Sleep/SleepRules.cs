using Inomya.Content;

namespace Inomya.Sleep;

/// <summary>How nights are reckoned and when a sleep window may change: content/sleep/rules.yaml.</summary>
public sealed class SleepRules
{
    private const string File = "sleep/rules.yaml";

    /// <exception cref="ContentException">
    /// The file is missing or malformed, names a source that is not there, or its numbers do not fit each other.
    /// </exception>
    public static SleepRules Read(ContentFolder content)
    {
        var read = content.Read<SleepRules>(File);
        var named = read.Numbers.Values.SelectMany(n => n.Sources).Concat(read.Parts.SelectMany(p => p.Sources));
        if (named.FirstOrDefault(s => !read.Sources.ContainsKey(s)) is { } unknown)
            throw new ContentException(File, $"the source {unknown} is named and is not there");
        if (read.ShorterBelow > read.LongerFrom || read.Floor >= read.Ceiling)
            throw new ContentException(File, "the window would be made longer and shorter at once, or has no room");
        return read;
    }

    public string? ReviewedBy { get; set; }
    public string Licence { get; set; } = "";
    public string Grade { get; set; } = "";
    public Dictionary<string, ContentSource> Sources { get; set; } = [];
    public Dictionary<string, SleepNumber> Numbers { get; set; } = [];

    /// <summary>In the order in which they are shown.</summary>
    public List<SleepPart> Parts { get; set; } = [];

    /// <summary>Minutes in bed above which a night cannot be as it was written.</summary>
    public int LongestInBed => Whole("longest-in-bed");

    /// <summary>Fewer nights have no mean.</summary>
    public int MeanNights => Whole("mean-nights");

    /// <summary>So many days are looked at before there may be a window.</summary>
    public int DiaryDays => Whole("diary-days");

    /// <summary>So many of their nights must have all that efficiency needs.</summary>
    public int DiaryNights => Whole("diary-nights");

    /// <summary>Percent: at or above it there is nothing to shorten.</summary>
    public double StartBelow => Of("start-below");

    /// <summary>Minutes; no window is shorter.</summary>
    public int Floor => Whole("floor");

    /// <summary>Minutes; no window is made longer than this.</summary>
    public int Ceiling => Whole("ceiling");

    /// <summary>Minutes of one change.</summary>
    public int Step => Whole("step");

    /// <summary>Percent from which a window grows.</summary>
    public double LongerFrom => Of("longer-from");

    /// <summary>Percent below which a window shrinks.</summary>
    public double ShorterBelow => Of("shorter-below");

    /// <summary>Minutes of one change on the gentle way, while the window is still longer than the sleep by as much.</summary>
    public int GentleStep => Whole("gentle-step");

    /// <summary>Days from one change to the next, at the least.</summary>
    public int ChangeDays => Whole("change-days");

    /// <summary>So many of their nights must count.</summary>
    public int ChangeNights => Whole("change-nights");

    /// <summary>Minutes by which a night may begin before its window or end after it, and still be one of the window.</summary>
    public int OutsideBy => Whole("outside-by");

    /// <summary>Days for which an answer about nodding off by day holds.</summary>
    public int SleepyDays => Whole("sleepy-days");

    /// <summary>Percent: below it for weeks, someone should be seen.</summary>
    public double SeeSomeoneBelow => Of("see-someone-below");

    public int SeeSomeoneWeeks => Whole("see-someone-weeks");

    /// <summary>Hours by which the check-in's hours of sleep and the diary's may differ and still be the same.</summary>
    public double AgreeWithin => Of("agree-within");

    private double Of(string name) =>
        Numbers.TryGetValue(name, out var number)
            ? number.Value
            : throw new ContentException(File, $"there is no number '{name}'");

    private int Whole(string name) => (int)Of(name);
}
