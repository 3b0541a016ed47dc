using System.Text.Json;

namespace Inomya.Journals;

/// <summary>What an archive says it holds.</summary>
/// <param name="Format">Always <see cref="Archives"/>.</param>
/// <param name="Version">Of the layout.</param>
/// <param name="Inomya">The version that made it.</param>
/// <param name="Created">When, as ISO 8601.</param>
/// <param name="LeftOut">Settings that are secrets, by name.</param>
public sealed record ArchiveManifest(
    string Format,
    int Version,
    string Inomya,
    string Created,
    IReadOnlyList<ArchiveFile> Files,
    IReadOnlyList<string> LeftOut
)
{
    public const string Archives = "inomya-archive";
    public const string FileName = "manifest.json";

    /// <summary>The layout that is written here; a later one is refused.</summary>
    public const int Layout = 1;

    /// <summary>More bytes than any manifest has.</summary>
    private const int MostBytes = 1 << 20;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    public long Rows =>
        Files.Where(f => f.Name.EndsWith(ArchiveTable.Ending, StringComparison.Ordinal)).Sum(f => f.Rows ?? 0);

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Null where it is no manifest of an archive of ours.</summary>
    internal static ArchiveManifest? Read(Stream from, long bytes)
    {
        if (bytes > MostBytes)
            return null;
        try
        {
            return JsonSerializer.Deserialize<ArchiveManifest>(from, Json) is { Format: Archives, Files: not null } read
                ? read
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            return null;
        }
    }
}
