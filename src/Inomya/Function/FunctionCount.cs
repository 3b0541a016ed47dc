namespace Inomya.Function;

/// <summary>How one activity went over some days. Days without an answer are in none of the numbers.</summary>
/// <param name="Activity">Its id.</param>
/// <param name="Answered">Days with an answer.</param>
/// <param name="ByWay">Of them, how many by way; a way that was never answered is 0.</param>
/// <param name="Marks">By mark, on how many days it was answered and on how many of them with no.</param>
/// <param name="Limited">Days with an answer that says that it did not go as usual.</param>
public sealed record FunctionCount(
    string Activity,
    int Answered,
    IReadOnlyDictionary<string, int> ByWay,
    IReadOnlyDictionary<string, (int Answered, int No)> Marks,
    int Limited
)
{
    /// <summary>Of the days with an answer, 0 to 1; null where there is none.</summary>
    public double? LimitedShare => Answered == 0 ? null : (double)Limited / Answered;
}
