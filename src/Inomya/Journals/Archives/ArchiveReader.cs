using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Inomya.Journals;

/// <summary>Reads an archive of which every file was checked first.</summary>
internal sealed class ArchiveReader : IDisposable
{
    private readonly ZipArchive _zip;

    private ArchiveReader(ZipArchive zip, ArchiveManifest manifest) => (_zip, Manifest) = (zip, manifest);

    public ArchiveManifest Manifest { get; }

    /// <summary>Is there a manifest of ours? The stream is left at its start.</summary>
    public static bool Recognises(Stream file)
    {
        Span<byte> start = stackalloc byte[4];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (read < start.Length || !start.SequenceEqual("PK\u0003\u0004"u8))
            return false;
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return ManifestIn(zip) is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }

    /// <summary>Opens it when every file is there and is what the manifest says.</summary>
    /// <exception cref="ArchiveException">It is not; the first file that is wrong is named.</exception>
    public static async Task<ArchiveReader> OpenAsync(Stream file, string name, CancellationToken stop)
    {
        try
        {
            var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var manifest = ManifestIn(zip) ?? throw new ArchiveException("no-manifest", ArchiveManifest.FileName);
            if (manifest.Version > ArchiveManifest.Layout)
                throw new ArchiveException("newer", manifest.Inomya);
            await CheckAsync(zip, manifest, stop);
            return new ArchiveReader(zip, manifest);
        }
        catch (InvalidDataException e)
        {
            throw new ArchiveException("broken", name, e);
        }
    }

    /// <summary>The rows of a table as this person's; none where the archive is of a version without it.</summary>
    /// <exception cref="ArchiveException">A line is no such row; or there are not as many as the manifest says.</exception>
    public IEnumerable<object> Rows(ArchiveTable table, Guid person)
    {
        if (Manifest.Files.FirstOrDefault(f => f.Name == table.JsonFile) is not { } file)
            yield break;
        using var lines = new StreamReader(_zip.GetEntry(file.Name)!.Open(), Encoding.UTF8);
        var count = 0L;
        while (lines.ReadLine() is { } line)
            yield return RowOf(table, line, person, ++count);
        if (count != file.Rows)
            throw new ArchiveException("rows-missing", file.Name);
    }

    public void Dispose() => _zip.Dispose();

    private static object RowOf(ArchiveTable table, string line, Guid person, long number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return table.Row(json.RootElement, person);
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or FormatException
                        or ArgumentException
                        or InvalidOperationException
                        or InvalidCastException
                        or OverflowException
            )
        {
            throw new ArchiveException("bad-row", $"{table.JsonFile}:{number}", e);
        }
    }

    private static ArchiveManifest? ManifestIn(ZipArchive zip)
    {
        if (zip.GetEntry(ArchiveManifest.FileName) is not { } entry)
            return null;
        using var stream = entry.Open();
        return ArchiveManifest.Read(stream, entry.Length);
    }

    private static async Task CheckAsync(ZipArchive zip, ArchiveManifest manifest, CancellationToken stop)
    {
        foreach (var file in manifest.Files)
            if (zip.GetEntry(file.Name) is not { } entry)
                throw new ArchiveException("file-missing", file.Name);
            else if (await SumAsync(entry, stop) != file.Sha256)
                throw new ArchiveException("changed", file.Name);
        var known = manifest.Files.Select(f => f.Name).Append(ArchiveManifest.FileName);
        if (zip.Entries.Select(e => e.FullName).Except(known).FirstOrDefault() is { } stray)
            throw new ArchiveException("stray", stray);
    }

    private static async Task<string?> SumAsync(ZipArchiveEntry entry, CancellationToken stop)
    {
        try
        {
            await using var stream = entry.Open();
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
