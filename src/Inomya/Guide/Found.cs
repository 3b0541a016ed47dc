namespace Inomya.Guide;

/// <summary>An article that was found.</summary>
/// <param name="Excerpt">The sentence that fits best, in pieces; those that were looked for are marked.</param>
public sealed record Found(Article Article, IReadOnlyList<(string Text, bool Hit)> Excerpt);
