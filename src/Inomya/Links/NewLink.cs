namespace Inomya.Links;

/// <summary>A link that was just made. Its key is in here and nowhere else.</summary>
/// <param name="Key">32 bytes in base64url.</param>
/// <param name="Written">The whole link; null for a locked file.</param>
public sealed record NewLink(Guid Id, string Key, string? Written);
