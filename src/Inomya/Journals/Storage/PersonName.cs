namespace Inomya.Journals;

/// <summary>One of those who have a journal here: all that is told without saying whose rows are wanted.</summary>
public sealed record PersonName(Guid Id, string Name);
