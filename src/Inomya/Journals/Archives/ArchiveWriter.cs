using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsvHelper;

namespace Inomya.Journals;

/// <summary>Writes the files of an archive, each with its sum, and the manifest of them last.</summary>
internal sealed class ArchiveWriter(Stream to, DateTimeOffset at) : IDisposable
{
    private readonly ZipArchive _zip = new(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    private readonly List<ArchiveFile> _files = [];

    public void AddText(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var file = Open(name);
        file.Write(bytes);
        _files.Add(new ArchiveFile(name, null, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    /// <summary>A table as JSON lines.</summary>
    public Task AddJsonAsync(ArchiveTable table, IAsyncEnumerable<object> rows) =>
        AddAsync(table.JsonFile, async file =>
        {
            var count = 0L;
            await foreach (var row in rows)
            {
                WriteLine(file, table, row);
                count++;
            }
            return count;
        });

    /// <summary>The same as CSV, for people; what it cannot tell apart, as empty and not there, the JSON can.</summary>
    public Task AddCsvAsync(ArchiveTable table, IAsyncEnumerable<object> rows) =>
        AddAsync(table.CsvFile, file => WriteCsvAsync(file, table, rows));

    public void AddManifest(IReadOnlyList<string> leftOut)
    {
        var version = typeof(ArchiveManifest).Assembly.GetName().Version!.ToString(3);
        var made = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        using var file = Open(ArchiveManifest.FileName);
        file.Write(
            new ArchiveManifest(
                ArchiveManifest.Archives,
                ArchiveManifest.Layout,
                version,
                made,
                _files,
                leftOut
            ).Write()
        );
    }

    public void Dispose() => _zip.Dispose();

    private async Task AddAsync(string name, Func<Stream, Task<long>> write)
    {
        await using var file = Open(name);
        using var sum = SHA256.Create();
        long rows;
        await using (var summed = new CryptoStream(file, sum, CryptoStreamMode.Write, leaveOpen: true))
            rows = await write(summed);
        _files.Add(new ArchiveFile(name, rows, Convert.ToHexStringLower(sum.Hash!)));
    }

    private static void WriteLine(Stream file, ArchiveTable table, object row)
    {
        using (var json = new Utf8JsonWriter(file))
        {
            json.WriteStartObject();
            foreach (var column in table.Columns)
                column.Write(json, row);
            json.WriteEndObject();
        }
        file.WriteByte((byte)'\n');
    }

    private static async Task<long> WriteCsvAsync(Stream file, ArchiveTable table, IAsyncEnumerable<object> rows)
    {
        var text = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        WriteCells(csv, table.Columns.Select(c => c.Name));
        var count = 0L;
        await foreach (var row in rows)
        {
            WriteCells(csv, table.Columns.Select(c => c.TextOf(row)));
            count++;
        }
        return count;
    }

    private static void WriteCells(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }

    private Stream Open(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = at;
        return entry.Open();
    }
}
