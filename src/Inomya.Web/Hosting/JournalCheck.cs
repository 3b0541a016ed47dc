using Inomya.Journals;
using Microsoft.Extensions.Hosting;

namespace Inomya.Web.Hosting;

/// <summary>Looks once, while the app starts to serve, whether the file of the journal is whole: damage in the middle of it is else found by the page that happens to need that part. Files that nobody came back for go then too.</summary>
public sealed class JournalCheck(RunningJournal running, Uploads uploads) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // reading a long journal must not hold up the start
        try
        {
            uploads.DeleteOld();
            var (store, _) = await running.EnterAsync(stoppingToken);
            try
            {
                await store.CheckAsync(stoppingToken);
            }
            finally
            {
                running.Leave();
            }
        }
        catch (Exception e)
            when (e
                    is JournalStorageException
                        or OperationCanceledException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            // nothing to look at, or it does not answer: whoever asks for it is told
        }
    }
}
