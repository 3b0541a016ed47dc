using System.Linq.Expressions;
using Microsoft.Data.Sqlite;
using NodaTime;
using Npgsql;

namespace Inomya.Journals;

public sealed partial class Journal
{
    /// <summary>Takes a draft in, all of it or nothing.</summary>
    /// <returns>The change; when a draft with the same key was taken in before, that change, and nothing is written.</returns>
    /// <exception cref="ChangedMeanwhileException">Something it corrects or removes is not current any more, or something it adds is there already.</exception>
    public async Task<Change> RecordAsync(Draft draft, CancellationToken stop = default)
    {
        var (key, before) = await KeyAsync(draft, stop);
        if (before is not null)
            return before;
        var change = ChangeOf(draft, _store.NextChangeId(), Now) with { Key = key };
        try
        {
            await WriteAsync(db => WriteAsync(db, change, draft, stop), stop);
            return change;
        }
        catch (JournalStorageException e) when (IsDuplicate(e.InnerException))
        {
            // the same submission arrived twice at once and the other one was first, or another one that adds the same fact
            return await FindByKeyAsync(key, stop)
                ?? throw new ChangedMeanwhileException("What was to be added is there already; look at it again.");
        }
    }

    /// <summary>Runs what reads, decides and then records, and does so anew where someone else recorded something in between.</summary>
    /// <exception cref="ChangedMeanwhileException">That happened each time.</exception>
    public static async Task<T> DecideAsync<T>(Func<Task<T>> readAndRecord)
    {
        const int Times = 4;
        for (var time = 1; ; time++)
            try
            {
                return await readAndRecord();
            }
            catch (ChangedMeanwhileException) when (time < Times) { }
    }

    /// <summary>The change that a submission made; null when it never arrived.</summary>
    public Task<Change?> TakenAsync(string key, CancellationToken stop = default) => FindByKeyAsync(key, stop);

    /// <summary>Takes in many drafts at once, each as its own change at its own time: for a journal that is being made, not lived.</summary>
    internal Task FillAsync(IReadOnlyList<(Draft Draft, Instant At)> drafts, CancellationToken stop = default) =>
        WriteAsync(
            async db =>
            {
                var changes = drafts
                    .Select(d =>
                        (d.Draft, Change: ChangeOf(d.Draft, Guid.CreateVersion7(d.At.ToDateTimeOffset()), d.At))
                    )
                    .ToList();
                await RowWriter.InsertAsync(db, changes.Select(c => c.Change), replace: false, stop);
                var facts = changes.SelectMany(c => FactsOf(c.Draft, c.Change)).ToList();
                foreach (var table in FactTable.All)
                    await table.InsertAsync(db, facts, stop);
            },
            stop
        );

    /// <summary>Takes back one change: what it wrote goes, what it took out is there again. Itself a change that can be undone.</summary>
    /// <exception cref="ChangedMeanwhileException">Something it wrote or took out was changed again since: that must be undone first.</exception>
    /// <exception cref="KeyNotFoundException">There is no such change.</exception>
    public async Task<Change> UndoAsync(Guid changeId, CancellationToken stop = default)
    {
        var undone = await FindChangeAsync(c => c.Id == changeId, stop)
            ?? throw new KeyNotFoundException($"There is no change {changeId}.");
        if (await FindByKeyAsync($"undo:{changeId}", stop) is { } before)
            return before;
        var draft = new Draft("undo", $"undo:{changeId}", undone.Day) { Undoes = changeId };
        await TakeBackAsync(changeId, draft, stop);
        return await RecordAsync(draft, stop);
    }

    private async Task TakeBackAsync(Guid changeId, Draft draft, CancellationToken stop)
    {
        await using var db = _store.Place.OpenDb(Person.Id);
        var rows = new PersonRows(db);
        foreach (var table in FactTable.All)
        {
            var (written, takenOut) = await table.OfChangeAsync(rows, changeId, StopOr(stop));
            if (written.Any(f => f.VoidedById is not null))
                throw new ChangedMeanwhileException("What this change wrote was changed again since; undo that first.");
            foreach (var fact in written)
                draft.Remove(fact);
            foreach (var fact in takenOut)
                draft.Add(fact with { VoidedById = null });
        }
    }

    /// <summary>The key to record a draft by, or the change that it made before.</summary>
    private async Task<(string? Key, Change? Before)> KeyAsync(Draft draft, CancellationToken stop)
    {
        var key = draft.Key;
        while (await FindByKeyAsync(key, stop) is { } before)
        {
            if (await UndoOfAsync(before, stop) is not { } undo)
                return (key, before);
            // sent again after it was undone: the person means it, so it is a submission of its own
            key = $"{key}#{undo.Id:N}";
        }
        return (key, null);
    }

    private Change ChangeOf(Draft draft, Guid id, Instant at) =>
        new()
        {
            PersonId = Person.Id,
            Id = id,
            At = at,
            Kind = draft.Kind,
            Day = draft.Day,
            Key = draft.Key,
            UndoesId = draft.Undoes,
        };

    private IEnumerable<Recorded> FactsOf(Draft draft, Change change) =>
        draft.Added.Select(f => f with { PersonId = Person.Id, ChangeId = change.Id });

    private async Task WriteAsync(JournalDb db, Change change, Draft draft, CancellationToken stop)
    {
        await RowWriter.InsertAsync(db, [change], replace: false, stop);
        var rows = new PersonRows(db);
        var added = FactsOf(draft, change).ToList();
        foreach (var table in FactTable.All)
        {
            if (!await table.VoidAsync(rows, draft.Voided, change.Id, stop))
                throw new ChangedMeanwhileException(
                    "What was to be changed is not current any more; look at it again."
                );
            await table.InsertAsync(db, added, stop);
        }
        await TablesIn(db).DeriveAsync(draft.Voided.Concat(added).OfType<SampleBlock>(), stop);
    }

    private async Task<Change?> FindByKeyAsync(string? key, CancellationToken stop) =>
        key is null ? null : await FindChangeAsync(c => c.Key == key, stop);

    private Task<Change?> UndoOfAsync(Change change, CancellationToken stop) =>
        FindChangeAsync(c => c.UndoesId == change.Id, stop);

    private async Task<Change?> FindChangeAsync(Expression<Func<Change, bool>> which, CancellationToken stop) =>
        (await ReadAsync(rows => rows.Of<Change>().Where(which), stop)).SingleOrDefault();

    private static bool IsDuplicate(Exception? e) =>
        e
            is SqliteException { SqliteExtendedErrorCode: SqliteError.PrimaryKey or SqliteError.Unique }
                or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
