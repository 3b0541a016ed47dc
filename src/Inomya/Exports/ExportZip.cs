using System.IO.Compression;
using System.Text;
using NodaTime;

namespace Inomya.Exports;

/// <summary>A zip file that is being written, one file after the other.</summary>
internal sealed class ExportZip(Stream to, Instant at) : IDisposable
{
    private readonly ZipArchive _zip = new(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);

    /// <summary>A table; close it before the next one is begun.</summary>
    public CsvSheet Sheet(string name, IReadOnlyList<string> columns)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = at.ToDateTimeOffset();
        return new CsvSheet(entry.Open(), columns);
    }

    public void Dispose() => _zip.Dispose();
}
