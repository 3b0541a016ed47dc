namespace Inomya.Web.Design;

/// <summary>One of several answers.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Hint">A line below the label.</param>
public sealed record Option(string Value, string Label, string? Hint = null);
