using Inomya.Content;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Web.Design;
using Inomya.Web.Hosting;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Importing;

public sealed partial class ImportPage
{
    private const int RowsPreviewed = 5;

    /// <summary>A small file is done by then, and its result is the next thing that is seen.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly string[] DayNames = ["date", "day", "fecha", "día", "datum", "when"];

    private Journal _journal = null!;
    private MeasureList _measures = new([]);
    private ImportReading? _reading;
    private Imported? _imported;
    private string? _error,
        _file,
        _select;
    private Guid _upload;
    private bool _mapSent;

    /// <summary>The file was looked at and waits for the word to take it in.</summary>
    private bool _isKept;
    private IReadOnlyList<FileImport> _imports = [];
    private IReadOnlyList<KeptFile> _kept = [];
    private readonly HashSet<Guid> _takenBack = [];
    private IReadOnlyList<FileColumn> _columns = [];
    private IFormCollection? _answers;

    [SupplyParameterFromQuery]
    public bool? Undone { get; set; }

    /// <summary>What would be taken in, where nothing was yet.</summary>
    private bool IsPreview =>
        _reading is not null && _imported is { Change: null } && (_answers is not null || _isKept);

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _measures = await _journal.MeasuresAsync(Catalogue);
        await LookAtImportsAsync();
        await ShowMapAgainAsync();
    }

    private async Task LookAtImportsAsync()
    {
        (_imports, _kept) = (Imports.Of(_journal.Person.Id), Kept.Of(_journal.Person.Id));
        foreach (var import in _imports)
            if (import.Change is { } change && await IsTakenBackAsync(change))
                _takenBack.Add(import.Id);
    }

    /// <summary>An undo is a change too, and may itself be undone.</summary>
    private async Task<bool> IsTakenBackAsync(Guid change)
    {
        var isTakenBack = false;
        while (await _journal.TakenAsync($"undo:{change}", Person.Stop) is { } undo)
            (change, isTakenBack) = (undo.Id, !isTakenBack);
        return isTakenBack;
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
        _answers = form;
        if (Guid.TryParse(form["upload"], out _upload) && Files.Open(_upload) is { } stream)
            await using (stream)
                _columns = FileColumn.Of(stream);
        _mapSent = true;
    }

    /// <summary>The column that is called as days are; the first where none is.</summary>
    private string DayColumn =>
        _columns
            .Select(c => c.Name)
            .FirstOrDefault(
                name => DayNames.Any(day => name.Contains(day, StringComparison.OrdinalIgnoreCase)),
                _columns[0].Name
            );

    /// <summary>What the person chose in the form that was sent; the other where none was.</summary>
    private string Chosen(string name, string other = "") =>
        _answers is { } form && form.TryGetValue(name, out var value) ? value.ToString() : other;

    /// <summary>
    /// Reads the file that was sent; a table that does not say what it is is kept, and its columns are asked about.
    /// </summary>
    private async Task ReadAsync()
    {
        var form = await FormAsync();
        _select = form["select"].ToString().Trim();
        var sent = form.Files.GetFile("upload");
        _error = WhyRefused(sent?.Length ?? 0, Uploads.MostExportBytes);
        if (sent is null || _error is not null)
            return;
        _file = Path.GetFileName(sent.FileName);
        await using var stream = sent.OpenReadStream();
        // an export streams; a table is held whole
        if (!ImportFile.Streams(stream, _file) && WhyRefused(sent.Length, Uploads.MostBytes) is { } tooLarge)
        {
            _error = tooLarge;
            return;
        }
        try
        {
            await LookAtAsync(stream, Recognised);
            await KeepForTheWordAsync(stream);
        }
        catch (ImportException e) when (e.Why == ImportProblem.NeedsMap && CanAskAbout(stream))
        {
            _upload = await Files.KeepAsync(stream, Person.Stop);
        }
        catch (ImportException e)
        {
            _error ??= Say(e);
        }
    }

    private ImportOptions Recognised => new() { Select = _select is { Length: > 0 } who ? who : null };

    /// <summary>Nothing is written before the person has seen what it would be.</summary>
    private async Task KeepForTheWordAsync(Stream stream)
    {
        if (_imported is not { Added: 0, Changed: 0 })
        {
            stream.Position = 0;
            _upload = await Files.KeepAsync(stream, Person.Stop);
            _isKept = true;
        }
    }

    /// <summary>Brings in the file that was looked at.</summary>
    private async Task TakeKeptAsync()
    {
        var form = await FormAsync();
        _file = form["file"].ToString();
        if (!Guid.TryParse(form["upload"], out _upload) || !await BringInAsync(form, map: null))
            _error = Words["take-in.map.gone"];
    }

    /// <summary>It goes on by itself from here; a small file is done by the time the page is seen again.</summary>
    /// <returns>False where the file is not here any more.</returns>
    private async Task<bool> BringInAsync(IFormCollection form, string? map)
    {
        var import = new FileImport
        {
            Id = _upload,
            Person = _journal.Person.Id,
            At = _journal.Now.ToUnixTimeMilliseconds(),
            File = _file!,
            Select = form["select"].ToString(),
            Map = map,
            KeepsFile = form.ContainsKey("keep"),
        };
        if (Work.Bring(_upload, import) is not { } work)
            return false;
        await SeeAgainAsync(work);
        return true;
    }

    private async Task SeeAgainAsync(Task work)
    {
        await Task.WhenAny(work, Task.Delay(Patience));
        Navigation.NavigateTo("/import");
    }

    private async Task CancelAsync() => await SeeAgainAsync(Work.Cancel((await SentImportAsync())?.Id ?? default));

    private async Task RepeatAsync() =>
        await SeeAgainAsync(await SentImportAsync() is { } import ? Work.Repeat(import) : Task.CompletedTask);

    private async Task DismissAsync()
    {
        if (await SentImportAsync() is { } import)
            Work.Dismiss(import);
        Navigation.NavigateTo("/import");
    }

    private async Task DeleteKeptAsync()
    {
        var row = RowForm.RowOf(await FormAsync());
        if (_kept.FirstOrDefault(k => k.Id == row) is { } file)
            Kept.Delete(file);
        Navigation.NavigateTo("/import");
    }

    /// <summary>The one that a button was pressed at; null where it is gone or another person's.</summary>
    private async Task<FileImport?> SentImportAsync()
    {
        var row = RowForm.RowOf(await FormAsync());
        return _imports.FirstOrDefault(i => i.Id == row);
    }

    private string? WhyRefused(long bytes, long most) =>
        bytes == 0 ? Words["take-in.no-file"]
        : bytes > most ? Words["take-in.too-big", ("most", most >> 20)]
        : null;

    /// <summary>Its columns can be looked at; if not, it is said why, in place of that we do not know them.</summary>
    private bool CanAskAbout(Stream stream)
    {
        try
        {
            stream.Position = 0;
            _columns = FileColumn.Of(stream);
            stream.Position = 0;
            return true;
        }
        catch (ImportException e)
        {
            _error = Say(e);
            return false;
        }
    }

    /// <summary>Reads a kept file by what the person said of its columns: to look at it, or to take it in.</summary>
    private async Task ReadMappedAsync()
    {
        var form = await FormAsync();
        _file = form["file"];
        if (!Guid.TryParse(form["upload"], out _upload) || Files.Open(_upload) is not { } stream)
        {
            (_error, _mapSent) = (Words["take-in.map.gone"], false);
            return;
        }
        var map = MapAnswers.Read(form, _measures);
        await using (stream)
            await LookAtMappedAsync(stream, map);
        // what cannot be read by these answers is said here, where they can be changed
        if (_error is null && form["step"] == "take" && !await BringInAsync(form, map.ToJson()))
            _error = Words["take-in.map.gone"];
    }

    private async Task LookAtMappedAsync(Stream stream, CsvMap map)
    {
        try
        {
            await LookAtAsync(stream, new ImportOptions { Map = map });
        }
        catch (ImportException e)
        {
            _error = Say(e);
        }
    }

    private async Task LookAtAsync(Stream stream, ImportOptions options)
    {
        var stop = Request.HttpContext!.RequestAborted;
        _reading = await BroughtFiles.ReadAsync(_journal, Catalogue, stream, options with { Name = _file ?? "" }, stop);
        _imported = await _journal.ImportAsync(_reading.Facts, tryOnly: true, _reading.Samples, stop: stop);
    }

    /// <summary>What it holds: of each measure how much, and from where.</summary>
    private IEnumerable<IReadOnlyList<string>> Held()
    {
        var entries = _reading!
            .Facts.OfType<Entry>()
            .GroupBy(NameOf)
            .Select(of => (of.Key, From: "", Count: of.Count()));
        var samples =
            from reading in _reading.Samples?.Readings() ?? []
            group reading by (reading.Measure, reading.Device) into of
            select (NameOf(of.Key.Measure), From: of.Key.Device, Count: of.Count());
        return entries.Concat(samples).Select(of => (IReadOnlyList<string>)[of.Item1, of.From, Words.Number(of.Count)]);
    }

    private string NameOf(string measure) =>
        measure == SampleBag.SleepStages ? Words["take-in.sleep-stages"]
        : _measures.Find(measure) is { } known ? MeasureWords.NameOf(Words, known)
        : measure;

    /// <summary>The first values as they would be recorded.</summary>
    private IEnumerable<IReadOnlyList<string>> Previewed() =>
        from entry in _reading!.Facts.OfType<Entry>().Take(RowsPreviewed)
        select (IReadOnlyList<string>)
            [
                Words.ShortDay(entry.Day),
                entry.At is { } at ? Words.Clock(at.InZone(_journal.Days.ZoneAt(at)).TimeOfDay) : "",
                NameOf(entry),
                entry.Value is { } value ? Words.Number(value, digits: 3) : "",
            ];

    private string NameOf(Entry entry) =>
        _measures.Find(entry.Measure) is { } measure
            ? MeasureWords.NameOf(Words, measure)
            : _reading!.Facts.OfType<OwnMeasure>().First(o => o.Measure == entry.Measure).Name;

    private string AboutOf(KeptFile file)
    {
        var at = file.TakenIn.InZone(_journal.Days.ZoneAt(file.TakenIn)).Date;
        return Words["take-in.kept.about", ("day", at), ("size", ImportCard.Megabytes(Words, file.Bytes))];
    }

    private string Say(ImportException e) => Words[$"import.{e.Why}", ("detail", e.Detail)];

    private Task<IFormCollection> FormAsync() => Request.HttpContext!.Request.ReadFormAsync();
}
