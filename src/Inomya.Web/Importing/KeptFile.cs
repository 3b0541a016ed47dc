using NodaTime;

namespace Inomya.Web.Importing;

/// <summary>A file that was brought in and is kept as it came, since the person said so.</summary>
/// <param name="File">As the person calls it.</param>
/// <param name="At">When it was taken in, milliseconds since 1970.</param>
public sealed record KeptFile(Guid Id, Guid Person, string File, long Bytes, long At)
{
    internal Instant TakenIn => Instant.FromUnixTimeMilliseconds(At);
}
