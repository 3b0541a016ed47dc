using Inomya.Findings;
using Inomya.Vocabulary;

namespace Inomya.WeeklyReviews;

/// <summary>How a measure was this week against the weeks before it.</summary>
public sealed record WeekChange(Measure Measure, Summary Week, Summary Usual)
{
    /// <summary>Where the middle of the week lies against the middle half of the days before.</summary>
    public Standing Standing =>
        Week.Middle < Usual.Low ? SideOf(isHigher: false)
        : Week.Middle > Usual.High ? SideOf(isHigher: true)
        : Standing.Usual;

    private Standing SideOf(bool isHigher) =>
        Measure.Better switch
        {
            Better.Neither => isHigher ? Standing.Higher : Standing.Lower,
            Better.Higher => isHigher ? Standing.Better : Standing.Worse,
            _ => isHigher ? Standing.Worse : Standing.Better,
        };
}
