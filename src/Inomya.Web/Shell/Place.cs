namespace Inomya.Web.Shell;

/// <summary>Where rooms are found from the bottom of the screen.</summary>
/// <param name="Id">Also the end of its locale keys (<c>place.ID</c>) and the name of its icon.</param>
/// <param name="Path">Its own page.</param>
/// <param name="Shelves">Its rooms, in the order in which its page names them.</param>
/// <param name="Besides">First parts of addresses that belong to the place and that its page does not name.</param>
public sealed record Place(string Id, string Path, IReadOnlyList<Shelf> Shelves, IReadOnlyList<string> Besides)
{
    /// <summary>Every room that the place's page names.</summary>
    public IEnumerable<string> Doors => Shelves.SelectMany(s => s.Doors);
}
