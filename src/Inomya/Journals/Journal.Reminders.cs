using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Inomya.Journals;

public sealed partial class Journal
{
    /// <summary>Puts a reminder in the queue; false when this occurrence is there already, in whatever state.</summary>
    public async Task<bool> QueueAsync(ReminderMail mail, CancellationToken stop = default)
    {
        if (await IsInQueueAsync(mail.Id, stop))
            return false;
        try
        {
            await WriteAsync(
                db => RowWriter.InsertAsync(db, [mail with { PersonId = Person.Id }], replace: false, stop),
                stop
            );
            return true;
        }
        catch (JournalStorageException e) when (IsDuplicate(e.InnerException))
        {
            return false; // another process was first
        }
    }

    private async Task<bool> IsInQueueAsync(Guid id, CancellationToken stop) =>
        (await ReadAsync(rows => rows.Of<ReminderMail>().Where(m => m.Id == id), stop)).Count > 0;

    /// <summary>Reminders by mail that were due at or after an instant, in the order they may go out.</summary>
    public Task<IReadOnlyList<ReminderMail>> MailsAsync(Instant since, CancellationToken stop = default) =>
        ReadAsync(
            rows =>
                rows.Of<ReminderMail>().Where(m => m.NotBefore >= since).OrderBy(m => m.NotBefore).ThenBy(m => m.Id),
            stop
        );

    /// <summary>Reminders that may go out now.</summary>
    public Task<IReadOnlyList<ReminderMail>> MailsDueAsync(Instant now, CancellationToken stop = default) =>
        ReadAsync(
            rows =>
                rows.Of<ReminderMail>()
                    .Where(m => m.State == MailState.Queued && m.NotBefore <= now)
                    .OrderBy(m => m.NotBefore)
                    .ThenBy(m => m.Id),
            stop
        );

    /// <summary>Takes a reminder from one state to the next; false when someone else did meanwhile. So of two processes only one sends it.</summary>
    public async Task<bool> MoveAsync(ReminderMail now, ReminderMail next, CancellationToken stop = default)
    {
        var moved = 0;
        await WriteAsync(async db => moved = await MoveAsync(db, now, next, stop), stop);
        return moved == 1;
    }

    /// <returns>How many rows were still in that state.</returns>
    private static Task<int> MoveAsync(JournalDb db, ReminderMail now, ReminderMail next, CancellationToken stop) =>
        new PersonRows(db)
            .Of<ReminderMail>()
            .Where(m => m.Id == now.Id && m.State == now.State && m.Tries == now.Tries)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.State, next.State)
                        .SetProperty(m => m.Tries, next.Tries)
                        .SetProperty(m => m.NotBefore, next.NotBefore)
                        .SetProperty(m => m.SentAt, next.SentAt)
                        .SetProperty(m => m.Problem, next.Problem),
                stop
            );
}
