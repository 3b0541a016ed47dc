namespace Inomya.Web.Design;

/// <summary>One of several answers.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Hint">A line below the label.</param>
/// <param name="Lang">The language of the label, where it is not that of the page.</param>
public sealed record Option(string Value, string Label, string? Hint = null, string? Lang = null);
