using NodaTime;

namespace Inomya.Backups;

/// <summary>One whole backup in one place.</summary>
/// <param name="Name">Its name there, from which nothing but the time can be read.</param>
/// <param name="MadeAt">The moment it holds.</param>
/// <param name="Bytes">Its size, sealed.</param>
public sealed record BackupCopy(string Name, Instant MadeAt, long Bytes);
