using Inomya.Backups;
using Inomya.Journals;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Web.Backups;

public sealed partial class PlanPage
{
    private const string UsualRegion = "us-east-1";
    private static readonly string[] StoreFields = ["endpoint", "bucket", "access", "secret"];
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    private bool _isOneFile;
    private string _folder = "";
    private BackupPlan _plan = new();
    private string? _trouble;

    /// <summary>Beside the journal; the page says that this is the same disk.</summary>
    private string Default => Path.Combine(Path.GetFullPath(_folder), "backups");

    private static string Iso(LocalTime time) => Clock.Format(time);

    protected override async Task LoadAsync()
    {
        _isOneFile = await Running.IsOneFileAsync(Person.Stop);
        if (!_isOneFile)
            return;
        _folder = (await Runs.FolderAsync(Person.Stop))!;
        try
        {
            _plan = BackupPlan.Read(_folder);
        }
        catch (BackupPlaceException e)
        {
            // nothing is written over what may still be saved by hand
            _trouble = Words[$"backup.place.{e.Why}", ("place", e.Place)];
        }
    }

    private async Task SaveAsync()
    {
        _form = await FormAsync();
        if (!Enum.TryParse<BackupEvery>(Text("every"), out var every) || !Enum.IsDefined(every))
            Wrong("every", "backup.plan.error.every");
        if (Clock.Parse(Text("at")) is not { Success: true, Value: var at })
        {
            Wrong("at", "backup.plan.error.at");
            at = _plan.At;
        }
        if (every != BackupEvery.Never)
            Choose(Text("folder"));
        if (_errors.Count > 0)
            return;
        await KeepAsync(
            _plan with
            {
                Every = every,
                At = at,
                Folder = TextOrNull("folder"),
                Keep = KeepRule.Of(Text("keep")).Name,
                Since =
                    _plan.Since is { } since && _plan.Every != BackupEvery.Never
                        ? since
                        : SystemClock.Instance.GetCurrentInstant(),
            }
        );
        Navigation.NavigateTo("/backup");
    }

    private void Choose(string folder)
    {
        if (!Path.IsPathFullyQualified(folder))
        {
            Wrong("folder", "backup.plan.error.folder");
            return;
        }
        try
        {
            if (folder == Default)
                PrivateFile.CreateFolder(folder);
            new FolderPlace(folder, _plan.Id).Choose();
        }
        catch (BackupPlaceException e)
        {
            _errors.Add(("folder", Words[$"backup.place.{e.Why}", ("place", folder)]));
        }
    }

    private async Task SaveStoreAsync()
    {
        _form = await FormAsync();
        if (Given() is not { } store)
            return;
        try
        {
            // a list shows that the address, the bucket and the key are right, and writes nothing
            await new S3Place(store, Secrets.Unprotect(store.Secret)!, _plan.Id).CopiesAsync(CancellationToken.None);
        }
        catch (BackupPlaceException e)
        {
            _errors.Add(("endpoint", Words[$"backup.place.{e.Why}", ("place", e.Place)]));
            return;
        }
        await KeepAsync(_plan with { Store = store });
        Navigation.NavigateTo("/backup");
    }

    /// <summary>Null where something is missing, which the page then says.</summary>
    private S3Settings? Given()
    {
        if (
            !Uri.TryCreate(Text("endpoint"), UriKind.Absolute, out var endpoint)
            || endpoint.Scheme is not ("http" or "https")
        )
            Wrong("endpoint", "backup.store.error.endpoint");
        if (Text("bucket").Length == 0)
            Wrong("bucket", "backup.store.error.bucket");
        if (Text("access").Length == 0)
            Wrong("access", "backup.store.error.access");
        var secret = TextOrNull("secret") is { } typed ? Secrets.Protect(typed) : _plan.Store?.Secret;
        if (secret is null || Secrets.Unprotect(secret) is null)
            Wrong("secret", "backup.store.error.secret");
        return _errors.Count > 0
            ? null
            : new S3Settings(
                endpoint!.GetLeftPart(UriPartial.Authority),
                Text("bucket"),
                PrefixOf(Text("prefix")),
                TextOrNull("region") ?? UsualRegion,
                Text("access"),
                secret!
            );
    }

    /// <summary>A folder of its own, whether or not a slash was typed.</summary>
    private static string PrefixOf(string typed) => typed.Trim('/') is { Length: > 0 } prefix ? $"{prefix}/" : "";

    private async Task StoreOff()
    {
        await KeepAsync(_plan with { Store = null });
        Navigation.NavigateTo("/backup/plan");
    }

    private async Task KeepAsync(BackupPlan plan)
    {
        plan.Write(_folder);
        _plan = plan;
        await Schedule.ApplyAsync(CancellationToken.None);
    }
}
