namespace Inomya.Web.Shell;

/// <summary>Rooms of a place that belong together.</summary>
/// <param name="Id">The end of its locale key, <c>place.shelf.ID</c>.</param>
/// <param name="Doors">Addresses without their slash, which are also the ends of their locale keys, <c>door.ID</c>.</param>
public sealed record Shelf(string Id, IReadOnlyList<string> Doors);
