namespace Inomya.WeeklyReviews;

/// <summary>What "does tracking harm me?" showed, by the rule that was locked before it began.</summary>
public enum TrackingAnswer
{
    CannotTell,

    /// <summary>Weeks asked every day were worse.</summary>
    DailyWorse,

    /// <summary>Weeks asked every day were better.</summary>
    DailyBetter,

    /// <summary>A difference that matters is ruled out.</summary>
    NoDifference,
}
