using Inomya.Backups;
using Inomya.Journals;

namespace Inomya.Web.Backups;

public sealed partial class KeyPage
{
    /// <summary>The last group: whoever can type it has the key before them.</summary>
    private const int EndLetters = 4;

    private bool _isOneFile;
    private string _folder = "";
    private BackupPlan _plan = new();
    private string? _trouble;
    private string? _shown;

    private bool _isReadable => _plan.Key is { } kept && Secrets.Unprotect(kept) is not null;

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

    private Task MakeAsync()
    {
        if (!_isOneFile)
            return Task.CompletedTask;
        var key = BackupKey.NewRecoveryKey().OnPaper();
        Keep(_plan with { Key = Secrets.Protect(key), IsOnPaper = false });
        _shown = key;
        return Task.CompletedTask;
    }

    private Task ShowAsync()
    {
        _shown = _plan.Key is { } kept ? Secrets.Unprotect(kept) : null;
        return Task.CompletedTask;
    }

    private async Task CheckAsync()
    {
        _form = await FormAsync();
        if (_plan.Key is not { } kept || Secrets.Unprotect(kept) is not { } key)
            return;
        if (PaperEnd(Text("end")) != key[^EndLetters..])
        {
            Wrong("end", "backup.key.end.wrong");
            _shown = key;
            return;
        }
        Keep(_plan with { IsOnPaper = true });
        Navigation.NavigateTo(_plan.Every == BackupEvery.Never ? "/backup/plan" : "/backup");
    }

    /// <summary>As it is read from paper: case does not matter, O is 0, I and L are 1.</summary>
    private static string PaperEnd(string typed) =>
        typed.ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');

    private void Keep(BackupPlan plan)
    {
        plan.Write(_folder);
        _plan = plan;
    }
}
