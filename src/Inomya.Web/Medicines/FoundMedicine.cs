namespace Inomya.Web.Medicines;

/// <summary>A name of the list.</summary>
/// <param name="What">The substance where the name is another one, and its codes.</param>
public sealed record FoundMedicine(string Name, string What);
