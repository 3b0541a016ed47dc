using Inomya.Content;
using Inomya.Journals;

namespace Inomya.Movement;

/// <summary>How a plan of movement is steered: content/movement/rules.yaml says what each number is and where it is from.</summary>
public sealed class MovementRules
{
    private const string File = "movement/rules.yaml";

    /// <exception cref="ContentException">The file is missing or malformed, or a number names a source that is not there.</exception>
    public static MovementRules Read(ContentFolder content)
    {
        var read = content.Read<MovementRules>(File);
        var named = read
            .Numbers.Values.Select(n => n.Source)
            .Concat(read.Curve.Values.SelectMany(c => c, (_, p) => p.Source));
        if (named.FirstOrDefault(s => !read.Sources.ContainsKey(s)) is { } unknown)
            throw new ContentException(File, $"the source {unknown} is not there");
        return read;
    }

    public string? ReviewedBy { get; set; }

    /// <summary>By outcome, "pain" and "function"; in order of minutes.</summary>
    public Dictionary<string, List<DosePoint>> Curve { get; set; } = [];
    public Dictionary<string, RuleNumber> Numbers { get; set; } = [];

    /// <summary>Kinds whose minutes stand on the curve: it is of aerobic exercise.</summary>
    public List<MovementKind> Counted { get; set; } = [];

    /// <summary>Kinds that a plan can be of.</summary>
    public List<MovementKind> Planned { get; set; } = [];

    /// <summary>Ids of the exercises that stand on the first page.</summary>
    public List<string> BeginWith { get; set; } = [];

    /// <summary>What may rise on the days after.</summary>
    public List<string> PaybackMeasures { get; set; } = [];

    /// <summary>Signs that stop a session: ids of content/red-flags.</summary>
    public List<string> RedFlags { get; set; } = [];

    /// <summary>Regions of the body map by part that exercises name.</summary>
    public Dictionary<string, List<string>> PainRegions { get; set; } = [];
    public Dictionary<string, ContentSource> Sources { get; set; } = [];

    public double StartShare => Value("start-share");
    public double LeastSession => Value("least-session-minutes");
    public double LongestBadDay => Value("longest-bad-day-minutes");
    public int SessionsLeast => Whole("sessions-least");
    public int SessionsMost => Whole("sessions-most");
    public double LongestSession => Value("longest-session-minutes");
    public double StartWeek => Value("start-week-minutes");
    public double TopWeek => Value("top-week-minutes");
    public double StepUp => Value("step-up");
    public int GoodWeeks => Whole("good-weeks");
    public double DoneShare => Value("done-share");
    public double KnownShare => Value("known-share");
    public double PaybackRise => Value("payback-rise");
    public int PaybackDays => Whole("payback-days");
    public int AskDays => Whole("ask-days");
    public int UsualDays => Whole("usual-days");
    public int UsualRecorded => Whole("usual-recorded");
    public double StepDown => Value("step-down");
    public int PaybacksForStepDown => Whole("paybacks-for-step-down");
    public int FlareGapDays => Whole("flare-gap-days");
    public int StepDownsForSwitch => Whole("step-downs-for-switch");
    public int SwitchWithinWeeks => Whole("switch-within-weeks");
    public int StrengthDays => Whole("strength-days");
    public double StrengthEffortMost => Value("strength-effort-most");
    public int StrengthRestDays => Whole("strength-rest-days");
    public int StrengthStepsMost => Whole("strength-steps-most");
    public int RecentWeeks => Whole("recent-weeks");

    /// <exception cref="ContentException">There is no such number.</exception>
    public double Value(string number) =>
        Numbers.GetValueOrDefault(number)?.Value ?? throw new ContentException(File, $"there is no number {number}");

    private int Whole(string number) => (int)Value(number);
}
