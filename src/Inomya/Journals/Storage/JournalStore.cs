using System.Data;
using System.Data.Common;
using Inomya.Vocabulary;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace Inomya.Journals;

/// <summary>
/// The one owner of storage: opens it, brings its schema up to date, and hands out the journal of one person at a time.
/// </summary>
public sealed class JournalStore
{
    private static readonly PersonQuery<Person, Person> Who = new();
    private static readonly PersonQuery<PersonZone, PersonZone> Zones = new();
    private static readonly PersonQuery<Setting, Setting> Country = new() { Where = "key = 'country'" };

    private readonly IClock _clock;
    private long _lastChangeAt;
    private volatile Exception? _damage;

    private JournalStore(JournalPlace place, IClock clock) => (Place, _clock) = (place, clock);

    public JournalPlace Place { get; }

    /// <summary>What its journals take for now.</summary>
    public IClock Clock => _clock;

    /// <summary>
    /// Part of it could not be read. Nothing more is written, so that it gets no worse, until a backup takes its place.
    /// </summary>
    public bool IsDamaged => _damage is not null;

    private const string NeedsOwner =
        "Start Inomya once with INOMYA_DATABASE_OWNER, the connection of the role that owns the tables.";

    /// <summary>Number of the PostgreSQL lock for migrations; "inomya" in letters of a phone.</summary>
    private const long MigrationLock = 466692;

    /// <summary>Opens the storage and applies the migrations it lacks.</summary>
    /// <exception cref="JournalStorageException">
    /// It cannot be opened, is not a journal, or was written by a newer Inomya.
    /// </exception>
    public static async Task<JournalStore> OpenAsync(JournalPlace place, IClock clock, CancellationToken stop = default)
    {
        await using var db = place.OpenAsOwner();
        try
        {
            var known = db.Database.GetMigrations().ToList();
            var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToList();
            if (applied.Except(known).FirstOrDefault() is { } newer)
                throw new JournalStorageException(
                    $"{place.Name} was written by a newer Inomya (it has '{newer}'). Nothing was changed; open it with that version."
                );
            if (applied.Count == 0 && await IsForeignAsync(db, stop))
                throw new JournalStorageException(
                    $"{place.Name} holds tables of another program. Nothing was changed."
                );
            if (db is SqliteJournalDb)
                await KeepLogAsync(db, stop);
            if (applied.Count < known.Count)
                await MigrateAsync(db, stop);
            if (place.Role is { } role)
                await KeepApartAsync(place, db, role, stop);
            place.Protect();
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            throw NotOpened(place, e);
        }
        return new JournalStore(place, clock);
    }

    private static JournalStorageException NotOpened(JournalPlace place, Exception e) =>
        StorageTroubles.Of(e) == StorageTrouble.Damaged
            ? new(
                $"{place.Name} is damaged: {e.Message} Nothing was changed. Put a backup in its place: inomya restore FILE --replace",
                e
            )
            : new(
                $"{place.Name} cannot be opened: {e.Message}{(e is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } ? $" {NeedsOwner}" : "")}",
                e
            );

    /// <summary>
    /// A SQLite file with tables, none of which is the history of our migrations: one question, since another program
    /// may be making the journal now.
    /// </summary>
    private static async Task<bool> IsForeignAsync(JournalDb db, CancellationToken stop) =>
        db is SqliteJournalDb
        && await db
            .Database.SqlQuery<bool>(
                $"SELECT count(*) > 0 AND sum(name IN ('__EFMigrationsHistory', '__EFMigrationsLock')) = 0 AS Value FROM sqlite_master WHERE type = 'table'"
            )
            .SingleAsync(stop);

    /// <summary>
    /// One after the other: on a database without tables EF's own lock comes too late for two nodes that start at once
    /// on PostgreSQL.
    /// </summary>
    private static async Task MigrateAsync(JournalDb db, CancellationToken stop)
    {
        if (db is SqliteJournalDb)
        {
            await FreeStaleLockAsync(db, stop);
            await db.Database.MigrateAsync(stop);
            return;
        }
        await AloneAsync(db, () => db.Database.MigrateAsync(stop), stop);
    }

    /// <summary>The server keeps people apart by itself, or the storage is not opened.</summary>
    private static async Task KeepApartAsync(JournalPlace place, JournalDb db, ServerRole role, CancellationToken stop)
    {
        if (await ServerIsolation.LacksAsync(db, role, stop) is not { } lacking)
            return;
        if (await ServerIsolation.PowerOfAsync(db, stop) is null)
            throw new JournalStorageException($"{place.Name} does not keep people apart: {lacking}. {NeedsOwner}");
        await AloneAsync(db, () => ServerIsolation.ApplyAsync(db, role, stop), stop);
        if (await ServerIsolation.LacksAsync(db, role, stop) is { } still)
            throw new JournalStorageException(
                $"{place.Name} does not keep people apart: {still} has a policy of somebody else's. Take it away."
            );
    }

    private static async Task AloneAsync(JournalDb db, Func<Task> work, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", stop);
        try
        {
            await work();
        }
        finally
        {
            // by hand: a pooled connection would keep it until its next use
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>
    /// A program that was killed while it brought the schema up to date leaves its lock; after a minute nobody is at it
    /// any more.
    /// </summary>
    private static async Task FreeStaleLockAsync(JournalDb db, CancellationToken stop)
    {
        if (
            await db
                .Database.SqlQuery<bool>(
                    $"SELECT count(*) > 0 AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'"
                )
                .SingleAsync(stop)
        )
            await db.Database.ExecuteSqlAsync(
                $"DELETE FROM __EFMigrationsLock WHERE julianday(Timestamp) < julianday('now', '-1 minute')",
                stop
            );
    }

    /// <summary>
    /// Lets readers and the one writer not wait for each other. EF does so only for a file that it made itself.
    /// </summary>
    private static async Task KeepLogAsync(JournalDb db, CancellationToken stop)
    {
        try
        {
            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", stop);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteError.Busy or SqliteError.Locked)
        {
            // another program is at it, and does the same
        }
    }

    /// <summary>Everyone who has a journal here, in the order they were added.</summary>
    public async Task<IReadOnlyList<PersonName>> PeopleAsync(CancellationToken stop = default)
    {
        await using var db = Place.OpenForNobody();
        return await PeopleIn(db).ToListAsync(stop);
    }

    /// <summary>
    /// The list of people is the one question that is not about one person. A server answers it by a function, which
    /// tells no more than this.
    /// </summary>
    internal static IQueryable<PersonName> PeopleIn(JournalDb db) =>
        db is PostgresJournalDb
            ? db.Database.SqlQuery<PersonName>($"""SELECT id AS "Id", name AS "Name" FROM inomya_people()""")
#pragma warning disable RS0030 // as said
            : db.Set<Person>().AsNoTracking().OrderBy(p => p.AddedAt).Select(p => new PersonName(p.Id, p.Name));
#pragma warning restore RS0030

    /// <summary>Adds a person who lives in this zone.</summary>
    /// <param name="zone">IANA name.</param>
    /// <exception cref="NodaTime.TimeZones.DateTimeZoneNotFoundException">No such zone.</exception>
    public async Task<Person> AddPersonAsync(
        string name,
        string zone,
        string language = "en",
        CancellationToken stop = default
    )
    {
        RefuseIfDamaged();
        var person = NewPerson(name, language);
        await using var db = Place.OpenDb(person.Id);
        await using var all = await db.Database.BeginTransactionAsync(stop);
        await AddAsync(db, person, zone, stop);
        await all.CommitAsync(stop);
        return person;
    }

    /// <summary>
    /// Adds a person where there is nobody yet; of two programs that do so at once, both get the one that was first.
    /// </summary>
    /// <exception cref="NodaTime.TimeZones.DateTimeZoneNotFoundException">No such zone.</exception>
    public async Task<PersonName> AddFirstPersonAsync(string name, string zone, CancellationToken stop = default)
    {
        RefuseIfDamaged();
        var person = NewPerson(name, "en");
        await using var db = Place.OpenDb(person.Id);
        try
        {
            await using var all = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, stop);
            if ((await PeopleIn(db).ToListAsync(stop)) is [var there, ..])
                return there;
            await AddAsync(db, person, zone, stop);
            await all.CommitAsync(stop);
            return new PersonName(person.Id, name);
        }
        catch (DbException) when (!stop.IsCancellationRequested)
        {
            // PostgreSQL lets only one of the two commit
            return (await PeopleAsync(stop)) is [var first, ..]
                ? first
                : throw new JournalStorageException($"{Place.Name}: nobody could be added.");
        }
    }

    /// <summary>The journal of one person.</summary>
    /// <exception cref="JournalStorageException">There is no such person here.</exception>
    public async Task<Journal> OfAsync(Guid person, CancellationToken stop = default) =>
        await FindAsync(person, stop) ?? throw new JournalStorageException($"{Place.Name} has no person {person}.");

    /// <summary>The journal of one person; null where there is no such person here.</summary>
    public async Task<Journal?> FindAsync(Guid person, CancellationToken stop = default)
    {
        try
        {
            return await ReadAsync(person, stop);
        }
        catch (DbException e)
        {
            throw Failed(e);
        }
    }

    private async Task<Journal?> ReadAsync(Guid person, CancellationToken stop)
    {
        await using var answers = await PersonAnswers.AskAsync(Place, person, [Who, Zones, Country], [], stop);
        var who = (await answers.NextAsync(Who, stop)).SingleOrDefault();
        if (who is null)
            return null;
        var zones = await answers.NextAsync(Zones, stop);
        var country = await answers.NextAsync(Country, stop);
        return new Journal(
            this,
            who,
            new DayClock(who.DayBoundary, [.. zones.Select(z => new ZoneSince(z.Since, z.Zone))]),
            country.SingleOrDefault()?.Value
        );
    }

    /// <summary>Removes a person and every row of theirs, for good.</summary>
    /// <returns>How many rows went, by table.</returns>
    public async Task<IReadOnlyList<(string Table, long Rows)>> RemovePersonAsync(
        Guid person,
        CancellationToken stop = default
    )
    {
        RefuseIfDamaged();
        await using var db = Place.OpenDb(person);
        await db.Database.OpenConnectionAsync(stop);
        await WriteOverAsync(db, stop);
        await using var all = await db.Database.BeginTransactionAsync(stop);
        var gone = new List<(string, long)>();
        // who looked is kept for as long as the person is there, so it goes last
        foreach (var table in ArchiveTable.All(db.Model).OrderBy(t => t.Type.ClrType == typeof(Audit)))
            gone.Add((table.Name, await DeleteAsync(db, table, stop)));
        await all.CommitAsync(stop);
        return gone;
    }

    private static async Task<long> DeleteAsync(JournalDb db, ArchiveTable table, CancellationToken stop)
    {
        var rows = new PersonRows(db);
        if (db is not PostgresJournalDb || table.Type.ClrType != typeof(Audit))
            return await table.DeleteAsync(rows, stop);
        var looks = await rows.Of<Audit>().LongCountAsync(stop);
        await db.Database.ExecuteSqlAsync($"SELECT inomya_forget_audits()", stop);
        return looks;
    }

    /// <summary>What SQLite deletes on this connection it fills with zeroes.</summary>
    private static async Task WriteOverAsync(JournalDb db, CancellationToken stop)
    {
        if (db is SqliteJournalDb)
            await db.Database.SqlQueryRaw<long>("PRAGMA secure_delete = ON").ToListAsync(stop);
    }

    /// <summary>Writes the file anew without what was deleted, and empties its log.</summary>
    /// <returns>False where there is no file, or somebody else has it open and keeps its log.</returns>
    public async Task<bool> WipeAsync(CancellationToken stop = default)
    {
        if (Place.File is null)
            return false;
        Place.Close();
        try
        {
            await using var db = Place.OpenForNobody();
            await db.Database.OpenConnectionAsync(stop);
            await WriteOverAsync(db, stop);
            await db.Database.ExecuteSqlAsync($"VACUUM", stop);
            var busy = await db.Database.SqlQueryRaw<long>("PRAGMA wal_checkpoint(TRUNCATE)").ToListAsync(stop);
            return busy is [0];
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteError.Busy or SqliteError.Locked)
        {
            return false;
        }
    }

    /// <summary>
    /// Why the connection to the server could read everyone's rows, whatever the server keeps apart: "superuser" or
    /// "owner"; null where it could not, and for a file.
    /// </summary>
    public async Task<string?> PowerAsync(CancellationToken stop = default)
    {
        await using var db = Place.OpenForNobody();
        return db is PostgresJournalDb ? await ServerIsolation.PowerOfAsync(db, stop) : null;
    }

    /// <summary>What is wrong with the stored file; null when nothing is, or when a server looks after it.</summary>
    public async Task<string?> IntegrityAsync(CancellationToken stop = default)
    {
        if (Place.File is null)
            return null;
        await using var db = Place.OpenForNobody();
        try
        {
            var found = await db.Database.SqlQueryRaw<string>("PRAGMA quick_check").ToListAsync(stop);
            return found is ["ok"] ? null : string.Join("; ", found);
        }
        catch (SqliteException e) when (StorageTroubles.Of(e) == StorageTrouble.Damaged)
        {
            return e.Message; // where the damage is in the list of tables, the check itself fails
        }
        catch (SqliteException e)
        {
            throw Failed(e);
        }
    }

    /// <summary>
    /// Does the storage answer, with every table that this version needs? One that a newer version has brought further
    /// still serves a program that was open before.
    /// </summary>
    public async Task<bool> IsCurrentAsync(CancellationToken stop = default)
    {
        await using var db = Place.OpenForNobody();
        try
        {
            return !(await db.Database.GetPendingMigrationsAsync(stop)).Any();
        }
        catch (DbException)
        {
            return false;
        }
    }

    /// <summary>Looks whether the stored file is whole; where it is not, nothing more is written.</summary>
    public async Task CheckAsync(CancellationToken stop = default)
    {
        if (await IntegrityAsync(stop) is { } wrong)
            _damage ??= new JournalStorageException($"{Place.Name}: {wrong}") { Trouble = StorageTrouble.Damaged };
    }

    /// <summary>Keeps in mind that part of the storage could not be read, if that is what failed.</summary>
    public void Remember(Exception e)
    {
        if (StorageTroubles.Of(e) == StorageTrouble.Damaged)
            _damage ??= e;
    }

    /// <summary>To be asked before anything is written.</summary>
    /// <exception cref="JournalStorageException">Part of the storage could not be read.</exception>
    internal void RefuseIfDamaged()
    {
        if (_damage is { } damage)
            throw new JournalStorageException(
                $"{Place.Name}: nothing was changed. It is damaged, and nothing is written until a backup is put in its place.",
                damage
            );
    }

    /// <summary>The message of the storage says what failed (disk full, locked, read-only) and holds no value.</summary>
    internal JournalStorageException Failed(DbException e)
    {
        Remember(e);
        var why = e is PostgresException p ? $"{p.SqlState}: {p.MessageText}" : e.Message;
        return new JournalStorageException($"{Place.Name}: nothing was changed. {why}", e);
    }

    /// <summary>Now, to the millisecond: what both storages keep without loss.</summary>
    internal Instant Now() => Instant.FromUnixTimeMilliseconds(_clock.GetCurrentInstant().ToUnixTimeMilliseconds());

    /// <summary>Ids that sort in the order in which the changes were made, even within one millisecond.</summary>
    internal Guid NextChangeId()
    {
        long last,
            next;
        do
        {
            last = Interlocked.Read(ref _lastChangeAt);
            next = Math.Max(last + 1, Now().ToUnixTimeMilliseconds());
        } while (Interlocked.CompareExchange(ref _lastChangeAt, next, last) != last);
        return Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(next));
    }

    private Person NewPerson(string name, string language) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            AddedAt = Now(),
            Language = language,
        };

    private static async Task AddAsync(JournalDb db, Person person, string zone, CancellationToken stop)
    {
        _ = DateTimeZoneProviders.Tzdb[zone];
        await RowWriter.InsertAsync(db, [person], replace: false, stop);
        await RowWriter.InsertAsync(
            db,
            [
                new PersonZone
                {
                    PersonId = person.Id,
                    Since = Instant.FromUnixTimeTicks(0),
                    Zone = zone,
                },
            ],
            replace: false,
            stop
        );
    }
}
