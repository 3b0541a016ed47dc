using System.Text;
using Inomya.Content;
using Inomya.Importing;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Tests.Importing;

/// <summary>Reads files as an import would, without a journal.</summary>
internal static class Files
{
    public static readonly LocalDate Today = new(2026, 11, 22);
    public static readonly MeasureCatalogue Catalogue = new(new ContentFolder());

    public static ImportReading Read(Stream file, ImportOptions? options = null) =>
        ImportFile.Read(
            file,
            options ?? new ImportOptions(),
            Catalogue,
            new MeasureList(Catalogue.Measures),
            Today,
            TestContext.Current.CancellationToken
        );

    public static ImportReading Read(byte[] file, string? map = null) =>
        Read(new MemoryStream(file), new ImportOptions { Map = map is null ? null : CsvMap.Parse(map) });

    public static ImportReading Read(string text, string? map = null) => Read(Encoding.UTF8.GetBytes(text), map);

    /// <summary>A map of a "day" column and these others, each as the JSON of its column.</summary>
    public static string Map(params (string Column, string Json)[] columns) =>
        $$"""{"date": {"column": "day", "format": "yyyy-MM-dd"}, "columns": { {{string.Join(", ", columns.Select(c => $"\"{c.Column}\": {c.Json}"))}} } }""";

    public static string PainMap => Map(("pain", """{"measure": "pain"}"""));

    /// <summary>"day=value" of each entry.</summary>
    public static IEnumerable<string> Values(this ImportReading reading) =>
        reading.Facts.OfType<Entry>().Select(e => FormattableString.Invariant($"{e.Day:uuuu-MM-dd}={e.Value}"));

    /// <summary>"line why" of each refusal.</summary>
    public static IEnumerable<string> Why(this ImportReading reading) =>
        reading.Refused.Select(r => $"{r.Line} {r.Why}");
}
