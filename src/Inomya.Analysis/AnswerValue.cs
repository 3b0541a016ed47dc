namespace Inomya.Analysis;

/// <summary>What one more answer about a factor is expected to tell.</summary>
/// <param name="Factor">The factor's column.</param>
/// <param name="Value">
/// How much narrower its interval becomes by one more answer, as a share of what is worth knowing, times how much hangs
/// on it. 0 or more; comparable between factors of one outcome only.
/// </param>
/// <param name="Reason">What it would be good for.</param>
public sealed record AnswerValue(string Factor, double Value, AskReason Reason);
