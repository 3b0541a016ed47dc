using Inomya.Content;

namespace Inomya.LookAlikes;

/// <summary>
/// A condition that can be mistaken for chronic widespread pain, or stand beside it. Words: condition.ID, .what and
/// .ask.
/// </summary>
/// <param name="Group">Last part of condition-group.GROUP.</param>
/// <param name="See">How soon to bring it up: last part of condition-see.SEE.</param>
/// <param name="Clues">
/// What speaks for it; only what was seen in a source, or is a rule of this project that says so.
/// </param>
/// <param name="Tests">What helps to tell it apart; only what was seen in a source.</param>
/// <param name="Telling">
/// Ids of those of its tests that speak to this illness by themselves; a test that fits many illnesses is none of them.
/// </param>
/// <param name="AskWith">
/// What it takes to be worth asking about, where two clues are not enough; null for the usual rule.
/// </param>
public sealed record LookAlike(
    string Id,
    string Group,
    string See,
    IReadOnlyList<Clue> Clues,
    IReadOnlyList<ConditionTest> Tests,
    IReadOnlyList<string> Telling,
    AskRule? AskWith,
    IReadOnlyList<ContentSource> Sources
);
