using Inomya.SupportPacks;

namespace Inomya.Web.SupportPacks;

/// <summary>A pack on the page.</summary>
/// <param name="IsOurs">It came with the app; any other is marked with who keeps it.</param>
public sealed record ShownPack(SupportPack Pack, bool IsOurs);
