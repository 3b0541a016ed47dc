using Inomya.Analysis;
using Inomya.Series;

namespace Inomya.Story;

/// <summary>A measure before and since.</summary>
/// <param name="Before">Null where nothing of it is recorded there.</param>
/// <param name="Bound">What a day called bad is beyond; NaN where there is none.</param>
public sealed record SinceRow(DayColumn Column, Stretch? Before, Stretch? Now, double Bound)
{
    /// <summary>Both beside each other; null where either has too few days to say anything.</summary>
    public ThenAndNow? Ends =>
        Before?.Recorded is { Days: >= ThenAndNow.FewestDays } then
        && Now?.Recorded is { Days: >= ThenAndNow.FewestDays } now
            ? new ThenAndNow(then, now, Bound)
            : null;
}
