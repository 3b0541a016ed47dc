using Inomya.Content;
using Inomya.Journals;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Web.Backups;

public sealed partial class BackupPage
{
    private bool _isOneFile;
    private DateTimeZone _zone = DateTimeZone.Utc;
    private Instant? _last;
    private string? _error;
    private string? _old;
    private BackupManifest? _restored;

    [SupplyParameterFromQuery(Name = "short")]
    public bool? IsShort { get; set; }

    /// <summary>Another backup or restore was at work.</summary>
    [SupplyParameterFromQuery(Name = "busy")]
    public bool? IsBusy { get; set; }

    protected override async Task LoadAsync()
    {
        try
        {
            await LookAsync();
        }
        catch (Exception e) when (StorageTroubles.Of(e) == StorageTrouble.Damaged)
        {
            // that the journal cannot be read is why one comes here
            Running.Remember(e);
        }
        _isOneFile = await Running.IsOneFileAsync(Person.Stop);
        if (IsBusy == true)
            _error = Words["backup.under-way"];
    }

    private async Task LookAsync()
    {
        var journal = await Person.OpenAsync();
        _zone = journal.Days.ZoneAt(journal.Now);
        if (journal.Store.Place.File is { } file)
            _last = LastBackup.Read(Path.GetDirectoryName(file)!);
    }

    private async Task RestoreAsync()
    {
        var form = await Request.HttpContext!.Request.ReadFormAsync();
        if (!_isOneFile || form.Files.GetFile("file") is not { Length: > 0 } file || !form.ContainsKey("sure"))
            _error = Words["backup.restore.missing"];
        else
            await RestoreAsync(file, form["key"].ToString().Trim());
    }

    private async Task RestoreAsync(IFormFile sent, string key)
    {
        var kept = await KeepAsync(sent);
        try
        {
            var path = Uploads.PathOf(kept);
            var (manifest, old) = await Running.RestoreAsync(path, KeyOf(path, key), Person.Stop);
            (_restored, _old) = (manifest, Path.GetFileName(old));
        }
        catch (BackupException e)
        {
            // here it is this program itself that is still reading or writing
            _error = Words[e.Why == "journal-in-use" ? "backup.restore.in-use" : $"backup.{e.Why}"];
        }
        catch (JournalStorageException)
        {
            _error = Words["backup.restore.not-opened"];
        }
        finally
        {
            Uploads.Delete(kept);
        }
    }

    private async Task<Guid> KeepAsync(IFormFile sent)
    {
        await using var stream = sent.OpenReadStream();
        return await Uploads.KeepAsync(stream, Person.Stop);
    }

    /// <summary>The file says which of the two it was made with.</summary>
    private static BackupKey KeyOf(string file, string key) =>
        Backup.KeyKindOf(file) == BackupKeyKind.Passphrase ? BackupKey.FromPassphrase(key) : BackupKey.FromPaper(key);

    /// <summary>As the backup has it; one that cannot be read is told as it stands there.</summary>
    private string WhenOf(string at) =>
        InstantPattern.General.Parse(at) is { Success: true, Value: var instant } ? WhenOf(instant) : at;

    private string WhenOf(Instant at)
    {
        var local = at.InZone(_zone);
        return $"{Words.ShortDay(local.Date)}, {Words.Clock(local.TimeOfDay)}";
    }
}
