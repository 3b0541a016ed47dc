using System.Buffers.Text;
using Inomya.Fhir;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Links;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Links;

public sealed partial class OpenLinkPage
{
    private Journal _journal = null!;
    private HealthLink? _link;
    private Guid? _kept;
    private string _name = "";
    private IReadOnlyDictionary<string, int> _contents = new Dictionary<string, int>();
    private ImportReading? _reading;
    private Imported? _look;
    private Imported? _taken;

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        // the form that fetches is there only while a link is being looked at
        if (await SentAsync() is { } form && form["_handler"] == "fetch")
            (_form, _link) = (form, ReadOrNull(form["link"].ToString()));
        if (await SentAsync() is { } sent && sent["_handler"] == "take")
            await ShowAgainAsync(sent);
    }

    private static HealthLink? ReadOrNull(string written)
    {
        try
        {
            return HealthLink.Read(written);
        }
        catch (LinkException)
        {
            return null;
        }
    }

    /// <summary>Reads what the link says of itself, or opens a locked file with its key. Nothing is sent.</summary>
    private async Task LookAsync()
    {
        _form = await FormAsync();
        try
        {
            if (_form.Files.GetFile("upload") is { Length: > 0 } file)
                await ShowAsync(file.FileName, [await UnlockAsync(file)]);
            else
                _link = HealthLink.Read(Text("link"));
        }
        catch (LinkException e)
        {
            Wrong(e.Why is LinkProblem.NotALink or LinkProblem.Newer ? "link" : "upload", KeyOf(e));
        }
    }

    private async Task<(byte[], string?)> UnlockAsync(IFormFile file)
    {
        var locked = await TextOfAsync(file);
        return Jwe.Unlock(KeyIn(Text("link")), locked);
    }

    /// <summary>The key alone, or the key in a link.</summary>
    private static byte[] KeyIn(string written) =>
        Base64Url.IsValid(written) && Base64Url.DecodeFromChars(written) is { Length: Jwe.KeyBytes } key
            ? key
            : HealthLink.Read(written).Key;

    private static async Task<string> TextOfAsync(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync();
    }

    private async Task FetchAsync()
    {
        if (_link is not { } link)
        {
            Wrong("link", "links.problem.not-a-link");
            return;
        }
        try
        {
            var files = await Fetch.OpenAsync(
                link,
                TextOrNull("passcode"),
                TextOrNull("recipient") ?? "-",
                Person.Stop
            );
            await ShowAsync(link.Label ?? link.Url.Host, [.. files.Select(f => (f, (string?)null))]);
        }
        catch (LinkException e)
        {
            Wrong(e.Why == LinkProblem.Passcode ? "passcode" : "link", KeyOf(e));
        }
    }

    private static string KeyOf(LinkException e) =>
        $"links.problem.{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(e.Why.ToString())}";

    /// <summary>The first file that holds FHIR is shown, and kept until the person says to take it in.</summary>
    private async Task ShowAsync(string name, IReadOnlyList<(byte[] Plain, string? Type)> files)
    {
        _name = name;
        var found = files.Select(f => f.Plain).FirstOrDefault(f => FhirContents.Count(f).Count > 0);
        if (found is null)
            throw new LinkException(LinkProblem.Nothing);
        using var stream = new MemoryStream(found);
        await ReadAsync(stream, found);
        stream.Position = 0;
        if (_reading is not null)
            _kept = await Files.KeepAsync(stream, Person.Stop);
    }

    private async Task ReadAsync(Stream stream, byte[] file)
    {
        _contents = FhirContents.Count(file);
        try
        {
            _reading = LabResources.Read(stream, Tests, _journal.DateOnTheWall, _journal.Days, Person.Stop);
            _look = await _journal.ImportAsync(_reading.Facts, tryOnly: true, stop: Person.Stop);
        }
        catch (ImportException e)
        {
            _errors.Add(("link", Words[$"import.{e.Why}", ("detail", e.Detail)]));
        }
    }

    /// <summary>The form that takes in is shown again first, so that it is there to take it.</summary>
    private async Task ShowAgainAsync(IFormCollection sent)
    {
        _name = sent["name"].ToString();
        if (!Guid.TryParse(sent["upload"], out var id) || Files.Open(id) is not { } stream)
        {
            Wrong("link", "take-in.map.gone");
            return;
        }
        await using (stream)
        {
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            copy.Position = 0;
            await ReadAsync(copy, copy.ToArray());
        }
        _kept = id;
    }

    private async Task TakeAsync()
    {
        if (_reading is not { } reading || _kept is not { } id)
            return;
        _taken = await _journal.ImportAsync(reading.Facts);
        Files.Delete(id);
        _kept = null;
    }
}
