namespace Inomya.Journals;

/// <summary>A treatment as a day names it.</summary>
internal sealed record TreatmentName(Guid Id, string Name);
