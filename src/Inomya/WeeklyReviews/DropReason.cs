namespace Inomya.WeeklyReviews;

/// <summary>Why a question may be dropped.</summary>
public enum DropReason
{
    /// <summary>It was asked all through the last weeks, and left empty in every check-in.</summary>
    Unused,

    /// <summary>Its answer was the same every time.</summary>
    AlwaysTheSame,

    /// <summary>A difference worth knowing is ruled out: more answers tell nothing new.</summary>
    NotNeeded,
}
