using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Inomya.Journals;

public sealed partial class Journal
{
    /// <summary>Keeps a link with what it hands over; false where one with this id is there already.</summary>
    public async Task<bool> AddLinkAsync(SharedLink link, LinkFile file, CancellationToken stop = default)
    {
        try
        {
            await WriteAsync(db => InsertAsync(db, link, file, stop), stop);
            return true;
        }
        catch (JournalStorageException e) when (IsDuplicate(e.InnerException))
        {
            return false;
        }
    }

    private async Task InsertAsync(JournalDb db, SharedLink link, LinkFile file, CancellationToken stop)
    {
        await RowWriter.InsertAsync(db, [link with { PersonId = Person.Id }], replace: false, stop);
        var own = file with { PersonId = Person.Id, LinkId = link.Id };
        await RowWriter.InsertAsync(db, [own], replace: false, stop);
    }

    /// <summary>All links that were ever made, the newest first.</summary>
    public Task<IReadOnlyList<SharedLink>> LinksAsync(CancellationToken stop = default) =>
        ReadAsync(rows => rows.Of<SharedLink>().OrderByDescending(l => l.MadeAt).ThenBy(l => l.Id), stop);

    /// <summary>The link with this hash of its address, whether or not it is over.</summary>
    public async Task<SharedLink?> LinkAtAsync(string address, CancellationToken stop = default) =>
        (await ReadAsync(rows => rows.Of<SharedLink>().Where(l => l.Address == address), stop)).SingleOrDefault();

    /// <summary>What a link hands over; null once it is deleted.</summary>
    public async Task<LinkFile?> LinkFileAsync(Guid link, CancellationToken stop = default) =>
        (await ReadAsync(rows => rows.Of<LinkFile>().Where(f => f.LinkId == link), stop)).SingleOrDefault();

    /// <summary>Each time a link was opened or tried, the newest first.</summary>
    public Task<IReadOnlyList<LinkView>> LinkViewsAsync(CancellationToken stop = default) =>
        ReadAsync(rows => rows.Of<LinkView>().OrderByDescending(v => v.At).ThenBy(v => v.Id), stop);

    /// <summary>Adds to the log of views, which is never changed.</summary>
    public Task AddLinkViewAsync(LinkView view, CancellationToken stop = default) =>
        WriteAsync(db => RowWriter.InsertAsync(db, [view with { PersonId = Person.Id }], replace: false, stop), stop);

    /// <summary>
    /// Takes one of the tries that a link has in its life, before the passcode is looked at; false when none is left.
    /// One statement: of any number of tries at once, no more get through than are left.
    /// </summary>
    public async Task<bool> TakeTryAsync(Guid link, CancellationToken stop = default)
    {
        var taken = 0;
        await WriteAsync(
            async db =>
                taken = await new PersonRows(db)
                    .Of<SharedLink>()
                    .Where(l => l.Id == link && l.TriesLeft > 0)
                    .ExecuteUpdateAsync(set => set.SetProperty(l => l.TriesLeft, l => l.TriesLeft - 1), stop),
            stop
        );
        return taken == 1;
    }

    /// <summary>The passcode was right: the try that was taken for it does not count.</summary>
    public Task GiveTryBackAsync(Guid link, CancellationToken stop = default) =>
        WriteAsync(
            db =>
                new PersonRows(db)
                    .Of<SharedLink>()
                    .Where(l => l.Id == link)
                    .ExecuteUpdateAsync(set => set.SetProperty(l => l.TriesLeft, l => l.TriesLeft + 1), stop),
            stop
        );

    /// <summary>Ends a link for good and deletes what it held; nothing where it was ended before.</summary>
    public Task EndLinkAsync(Guid link, CancellationToken stop = default) =>
        WriteAsync(
            async db =>
            {
                var rows = new PersonRows(db);
                Instant? now = Now;
                await rows.Of<SharedLink>()
                    .Where(l => l.Id == link && l.RevokedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(l => l.RevokedAt, now), stop);
                await rows.Of<LinkFile>().Where(f => f.LinkId == link).ExecuteDeleteAsync(stop);
            },
            stop
        );

    /// <summary>Deletes what links held that are over by themselves.</summary>
    public Task DropOldLinkFilesAsync(CancellationToken stop = default) =>
        WriteAsync(
            async db =>
            {
                var rows = new PersonRows(db);
                var now = Now;
                var over = rows.Of<SharedLink>()
                    .Where(l => l.ExpiresAt <= now || (l.Passcode != null && l.TriesLeft <= 0))
                    .Select(l => l.Id);
                await rows.Of<LinkFile>().Where(f => over.Contains(f.LinkId)).ExecuteDeleteAsync(stop);
            },
            stop
        );
}
