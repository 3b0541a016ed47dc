using Inomya.Backups;
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
    private BackupPlan _plan = new();
    private BackupLog _log = new();
    private bool _isLate,
        _allOnOneDisk;
    private IReadOnlyList<(IBackupPlace Place, BackupCopy Copy)> _copies = [];

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
        if (_isOneFile)
            await LookAtPlanAsync();
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

    private async Task LookAtPlanAsync()
    {
        var folder = (await Runs.FolderAsync(Person.Stop))!;
        try
        {
            _plan = BackupPlan.Read(folder);
            _log = BackupLog.Read(folder);
            _isLate = _log.IsLate(_plan, SystemClock.Instance.GetCurrentInstant());
            _allOnOneDisk = _plan is { Store: null, Folder: { } to } && Disks.AreOne(to, folder);
            _copies = await CopiesAsync();
        }
        catch (BackupPlaceException e)
        {
            _error = Words[$"backup.place.{e.Why}", ("place", e.Place)];
        }
    }

    /// <summary>What is in the folder now, newest first; a store is asked only when something is to be done with it.</summary>
    private async Task<IReadOnlyList<(IBackupPlace, BackupCopy)>> CopiesAsync()
    {
        if (_plan.Folder is not { } to)
            return [];
        var place = new FolderPlace(to, _plan.Id);
        return
        [
            .. (await place.CopiesAsync(Person.Stop))
                .OrderByDescending(c => c.MadeAt)
                .Select(c => ((IBackupPlace)place, c)),
        ];
    }

    private IReadOnlyList<(string, string)> State =>
        [
            (Words["backup.state.plan"], PlanText),
            (Words["backup.state.good"], GoodText),
            (Words["backup.state.drill"], DrillText),
        ];

    private string PlanText =>
        _plan.Every == BackupEvery.Never
            ? Words["backup.state.plan.never"]
            : Words[
                $"backup.state.plan.{_plan.Every.ToString().ToLowerInvariant()}",
                ("at", Words.Clock(_plan.At)),
                ("keep", Words[$"backup.keep.{KeepRule.Of(_plan.Keep).Name}"])
            ];

    private string GoodText =>
        _log.GoodAt is { } at
            ? Words.Count("backup.state.good.text", DaysSince(at), ("at", WhenOf(at)))
            : Words["backup.state.good.none"];

    private string DrillText =>
        _log.Drill is not { } drill
            ? Words["backup.state.drill.none"]
            : Words.Count(
                drill.Passed ? "backup.state.drill.passed" : "backup.state.drill.different",
                DaysSince(drill.At),
                ("pages", drill.Pages),
                ("of-pages", drill.OfPages),
                ("counts", drill.Counts),
                ("of-counts", drill.OfCounts),
                ("made", WhenOf(drill.MadeAt))
            );

    private static int DaysSince(Instant at) => (SystemClock.Instance.GetCurrentInstant() - at).Days;

    private IReadOnlyList<string> RowOf(PlaceState place) =>
        [
            place.Name,
            Words.Number(place.Copies),
            place.Newest is { } newest ? WhenOf(newest) : Words["backup.places.none"],
            place.Oldest is { } oldest ? WhenOf(oldest) : Words["backup.places.none"],
        ];

    private async Task RunNowAsync()
    {
        if ((await Runs.RunAsync(CancellationToken.None)).Failure is not null)
            await Schedule.AgainAsync(CancellationToken.None);
        Navigation.NavigateTo("/backup");
    }

    private async Task DrillAsync()
    {
        if (_copies is not [var (place, copy), ..])
            return;
        try
        {
            await Runs.DrillAsync(place, copy, CancellationToken.None);
            await LookAtPlanAsync();
        }
        catch (BackupException e)
        {
            _error = Words[$"backup.{e.Why}"];
        }
        catch (BackupPlaceException e)
        {
            _error = Words[$"backup.place.{e.Why}", ("place", e.Place)];
        }
    }

    private async Task RestoreCopyAsync()
    {
        var form = await Request.HttpContext!.Request.ReadFormAsync();
        var chosen = form["copy"].ToString();
        var (place, copy) = _copies.FirstOrDefault(c => $"{c.Place.Name}|{c.Copy.Name}" == chosen);
        if (place is null || !form.ContainsKey("sure"))
        {
            _error = Words["backup.restore.copy.missing"];
            return;
        }
        var kept = Uploads.NewId();
        try
        {
            await place.FetchAsync(copy.Name, Uploads.PathOf(kept), Person.Stop);
            await PutBackAsync(Uploads.PathOf(kept), _ => BackupRound.KeyOf(_plan, Secrets.Unprotect));
        }
        catch (BackupPlaceException e)
        {
            _error = Words[$"backup.place.{e.Why}", ("place", e.Place)];
        }
        finally
        {
            Uploads.Delete(kept);
        }
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
            await PutBackAsync(Uploads.PathOf(kept), path => KeyOf(path, key));
        }
        finally
        {
            Uploads.Delete(kept);
        }
    }

    private async Task PutBackAsync(string path, Func<string, BackupKey> keyOf)
    {
        try
        {
            var (manifest, old) = await Running.RestoreAsync(path, keyOf(path), Person.Stop);
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
