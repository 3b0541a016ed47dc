namespace Inomya.Medicines;

/// <summary>A part of a list that could not be used.</summary>
/// <param name="Entry">Its place in the list, from 1.</param>
/// <param name="Name">The name of the entry, where it has one.</param>
/// <param name="Value">What was refused, as written.</param>
public sealed record Refusal(int Entry, string? Name, ListRefusal Reason, string Value);
