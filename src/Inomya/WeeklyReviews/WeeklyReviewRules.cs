using Inomya.Content;

namespace Inomya.WeeklyReviews;

/// <summary>How the weekly look back is made: content/weekly-review/rules.yaml says what each number is.</summary>
public sealed class WeeklyReviewRules
{
    /// <exception cref="ContentException">The file is missing or malformed.</exception>
    public static WeeklyReviewRules Read(ContentFolder content) =>
        content.Read<WeeklyReviewRules>("weekly-review/rules.yaml");

    public string Rule { get; set; } = "";
    public int WeekDays { get; set; }
    public int UsualDays { get; set; }
    public int LeastWeekDays { get; set; }
    public int LeastUsualDays { get; set; }
    public int LookBackDays { get; set; }
    public int LeastCheckIns { get; set; }
    public int SameAnswers { get; set; }
    public int KeepAtLeast { get; set; }
    public double SteadySpread { get; set; }
    public int SteadyDays { get; set; }
    public int PromptEveryDays { get; set; }
    public int AskedByValueAtLeast { get; set; }
    public double AskedByValueShare { get; set; }
    public int AskedByValueDays { get; set; }
    public string TrackingInstrument { get; set; } = "";
    public string TrackingScore { get; set; } = "";
    public int TrackingPairs { get; set; }
    public List<int> TrackingBlockDays { get; set; } = [];
    public double TrackingMinimalChange { get; set; }
    public int TrackingAnswerDays { get; set; }
}
