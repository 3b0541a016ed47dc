using System.Text.Json;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Importing;

public sealed partial class ImportPage
{
    private const int MostShown = 200;
    private const int MostMapped = 200;
    private const int Looked = 50;
    private const int LongestExample = 40;
    private const string PainAt = "pain@";

    private Journal _journal = null!;
    private MeasureList _measures = new([]);
    private ImportReading? _reading;
    private Imported? _imported;
    private string? _error,
        _file,
        _select;
    private Guid _upload;
    private bool _mapSent;
    private IReadOnlyList<(string Name, string Example)> _columns = [];

    [SupplyParameterFromQuery]
    public bool? Undone { get; set; }

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _measures = await _journal.MeasuresAsync(Catalogue);
        await ShowMapAgainAsync();
    }

    /// <summary>A form about columns arrives: it is shown again first, so that it is there to take it.</summary>
    private async Task ShowMapAgainAsync()
    {
        if (
            !HttpMethods.IsPost(Request.HttpContext!.Request.Method)
            || await FormAsync() is not { } form
            || form["_handler"] != "map"
        )
            return;
        if (Guid.TryParse(form["upload"], out _upload) && Files.Open(_upload) is { } stream)
            await using (stream)
                _columns = Columns(stream);
        _mapSent = true;
    }

    /// <summary>
    /// Reads the file that was sent; a table that does not say what it is is kept, and its columns are asked about.
    /// </summary>
    private async Task ReadAsync()
    {
        var form = await FormAsync();
        _select = form["select"].ToString().Trim();
        var sent = form.Files.GetFile("upload");
        _error = WhyRefused(sent?.Length ?? 0);
        if (sent is null || _error is not null)
            return;
        _file = Path.GetFileName(sent.FileName);
        await using var stream = sent.OpenReadStream();
        try
        {
            await TakeInAsync(stream, new ImportOptions { Select = _select.Length == 0 ? null : _select });
        }
        catch (ImportException e) when (e.Why == ImportProblem.NeedsMap)
        {
            await AskAboutAsync(stream);
        }
        catch (ImportException e)
        {
            _error = Say(e);
        }
    }

    private string? WhyRefused(long bytes) =>
        bytes == 0 ? Words["take-in.no-file"]
        : bytes > Uploads.MostBytes ? Words["take-in.too-big", ("most", Uploads.MostBytes >> 20)]
        : null;

    private async Task AskAboutAsync(Stream stream)
    {
        stream.Position = 0;
        _columns = Columns(stream);
        stream.Position = 0;
        _upload = await Files.KeepAsync(stream, Person.Stop);
    }

    /// <summary>Takes in a kept file by what the person said of its columns.</summary>
    private async Task TakeInAsync()
    {
        var form = await FormAsync();
        _file = form["file"];
        if (!Guid.TryParse(form["upload"], out _upload) || Files.Open(_upload) is not { } stream)
        {
            (_error, _mapSent) = (Words["take-in.map.gone"], false);
            return;
        }
        await using (stream)
            await TakeInMappedAsync(stream, MapOf(form));
    }

    private async Task TakeInMappedAsync(Stream stream, CsvMap map)
    {
        try
        {
            await TakeInAsync(stream, new ImportOptions { Map = map });
            Files.Delete(_upload);
        }
        catch (ImportException e)
        {
            _error = Say(e);
            stream.Position = 0;
            _columns = Columns(stream);
        }
    }

    private async Task TakeInAsync(Stream stream, ImportOptions options)
    {
        var reading = ImportFile.Read(
            stream,
            options with
            {
                Days = _journal.Days,
            },
            Catalogue,
            _measures,
            _journal.Today,
            Request.HttpContext!.RequestAborted
        );
        _imported = await _journal.ImportAsync(reading.Facts, stop: Request.HttpContext!.RequestAborted);
        _reading = reading;
        (_columns, _mapSent) = ([], false);
    }

    private CsvMap MapOf(IFormCollection form)
    {
        var columns = new Dictionary<string, MappedColumn>();
        for (var i = 0; i < MostMapped && form.ContainsKey($"column-{i}"); i++)
        {
            var (name, what) = (form[$"column-{i}"].ToString(), form[$"as-{i}"].ToString());
            if (what.Length == 0 || name == form["date"])
                continue;
            columns[name] = ColumnOf(name, what, zeroIsNotRecorded: form.ContainsKey($"zero-{i}"));
        }
        return new CsvMap { Date = new DateColumn(form["date"].ToString()), Columns = columns };
    }

    /// <param name="what">"own", "pain@REGION", or the id of a measure.</param>
    private MappedColumn ColumnOf(string name, string what, bool zeroIsNotRecorded)
    {
        var region = what.StartsWith(PainAt, StringComparison.Ordinal) ? what[PainAt.Length..] : null;
        var measure = region is not null ? "pain" : MeasureOf(name, what);
        return new MappedColumn
        {
            Measure = measure,
            Region = region,
            NotRecorded = zeroIsNotRecorded ? [JsonElement.Parse("0")] : [],
            Scale = ScaleOf(measure),
        };
    }

    private double[]? ScaleOf(string measure) =>
        _measures.Find(measure)?.Scale is { } scale ? [scale.Low, scale.Top] : null;

    private static string MeasureOf(string column, string what) => what == "own" ? column : what;

    /// <summary>The columns of a table, each with the first value it holds.</summary>
    private static IReadOnlyList<(string, string)> Columns(Stream stream)
    {
        var table = CsvTable.Open(stream);
        var examples = table.Header.Distinct().Take(MostMapped).ToDictionary(h => h, _ => "");
        for (var row = 0; row < Looked && table.Read(); row++)
            Fill(examples, table);
        return [.. examples.Select(e => (e.Key, Short(e.Value)))];
    }

    private static void Fill(Dictionary<string, string> examples, CsvTable row)
    {
        foreach (var name in examples.Keys.Where(n => examples[n].Length == 0).ToList())
            examples[name] = row[name];
    }

    private static string Short(string example) =>
        example.Length > LongestExample ? example[..LongestExample] : example;

    private string Say(ImportException e) => Words[$"import.{e.Why}", ("detail", e.Detail)];

    private Task<IFormCollection> FormAsync() => Request.HttpContext!.Request.ReadFormAsync();
}
