using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using Inomya.Content;
using Inomya.Exports;
using Inomya.Journals;
using Inomya.Tests.Questionnaires;

namespace Inomya.Tests.Exports;

/// <summary>A zip file as an export wrote it.</summary>
internal sealed class WrittenZip(byte[] bytes)
{
    public static async Task<WrittenZip> TidyAsync(Journal journal, string language = "en")
    {
        using var to = new MemoryStream();
        await TidyCsv.WriteAsync(
            journal,
            new MeasureCatalogue(ContentCheck.Content),
            new Words(ContentCheck.Content, language),
            to
        );
        return new WrittenZip(to.ToArray());
    }

    public IReadOnlyList<string> Names
    {
        get
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            return [.. zip.Entries.Select(e => e.FullName)];
        }
    }

    public byte[] Bytes(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var file = zip.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>A table, a dictionary a row.</summary>
    public List<Dictionary<string, string>> Table(string name)
    {
        using var csv = new CsvReader(
            new StringReader(Encoding.UTF8.GetString(Bytes(name))),
            CultureInfo.InvariantCulture
        );
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
            rows.Add(csv.HeaderRecord!.ToDictionary(h => h, h => csv.GetField(h)!));
        return rows;
    }
}
