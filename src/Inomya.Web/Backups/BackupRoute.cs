using Inomya.Journals;
using Inomya.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;

namespace Inomya.Web.Backups;

/// <summary>POST /backup/file: makes a backup and hands it to the browser; nothing of it stays here.</summary>
public static class BackupRoute
{
    public const string Path = "/backup/file";

    /// <summary>A shorter passphrase is found by trying. Ours; the stretching of it makes each try dear.</summary>
    public const int FewestLetters = 10;

    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;

    public static void MapBackup(this IEndpointRouteBuilder routes) => routes.MapPost(Path, HandleAsync);

    private static async Task<IResult> HandleAsync(
        [FromForm] string? passphrase,
        [FromServices] RunningJournal running,
        [FromServices] PersonJournal person,
        [FromServices] Uploads uploads,
        CancellationToken stop
    )
    {
        if (!await running.IsOneFileAsync(stop))
            return Results.LocalRedirect("/backup");
        if (passphrase?.Trim() is not { Length: >= FewestLetters } secret)
            return Results.LocalRedirect("/backup?short=true");
        var journal = await person.OpenAsync();
        var file = uploads.PathOf(uploads.NewId());
        try
        {
            await WriteAsync(journal, file, BackupKey.FromPassphrase(secret), stop);
        }
        catch (BackupException)
        {
            return Results.LocalRedirect("/backup?busy=true");
        }
        return Results.File(Once(file), "application/octet-stream", $"inomya-{Day.Format(journal.Today)}.backup");
    }

    private static async Task WriteAsync(Journal journal, string file, BackupKey key, CancellationToken stop)
    {
        var folder = System.IO.Path.GetDirectoryName(journal.Store.Place.File)!;
        await Backup.WriteAsync(journal.Store.Place, file, key, folder, journal.Store.Clock, stop: stop);
        await LastBackup.WriteAsync(folder, journal.Now, stop);
    }

    /// <summary>The file goes once it was sent, or could not be.</summary>
    private static FileStream Once(string file) =>
        new(file, FileMode.Open, FileAccess.Read, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
}
