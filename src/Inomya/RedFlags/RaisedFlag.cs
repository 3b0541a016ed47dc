namespace Inomya.RedFlags;

/// <summary>A warning sign that was answered with yes.</summary>
/// <param name="Question">The flag's own, or the follow-up that set the level. Words: red-flag.QUESTION.do.</param>
/// <param name="Show">"crisis-contacts" or "poison-line" where these must be shown too.</param>
/// <param name="WhyIsChecked">A source was seen; from memory the reason (red-flag.ID.why) is not shown.</param>
public sealed record RaisedFlag(string Id, string Question, Urgency Urgency, string? Show, bool WhyIsChecked);
