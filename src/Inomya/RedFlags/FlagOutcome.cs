namespace Inomya.RedFlags;

/// <summary>What answers to the list come to.</summary>
/// <param name="Advice">
/// The most urgent and nothing else: no two contradict each other. Empty when nothing was raised.
/// </param>
/// <param name="Open">Questions without an answer: none of them is a no.</param>
public sealed record FlagOutcome(
    IReadOnlyList<RaisedFlag> Advice,
    IReadOnlyList<string> Yes,
    IReadOnlyList<string> No,
    IReadOnlyList<string> Open
)
{
    public Urgency? Urgency => Advice is [var first, ..] ? first.Urgency : null;

    /// <summary>Every question was answered, each with no: the only case that may reassure.</summary>
    public bool IsAllNo => Yes.Count == 0 && Open.Count == 0;
}
