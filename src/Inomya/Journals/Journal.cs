using System.Data.Common;
using Inomya.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Inomya.Journals;

/// <summary>Everything one person recorded.</summary>
/// <remarks>
/// Reading gives current versions unless it says otherwise. Writing goes through a <see cref="Draft"/>, all of it or nothing.
/// Every method may throw <see cref="JournalStorageException"/> when the storage fails; then nothing was changed.
/// </remarks>
public sealed partial class Journal
{
    private readonly JournalStore _store;

    private static readonly SettingKey CountryKey = new("country");
    private readonly string? _country;
    private readonly CancellationToken _stop;

    /// <param name="country">The answer as it was given; empty: asked and not said.</param>
    /// <param name="stop">Ends what it was opened for.</param>
    internal Journal(
        JournalStore store,
        Person person,
        DayClock days,
        string? country,
        CancellationToken stop = default
    ) => (_store, Person, Days, _country, _stop) = (store, person, days, country, stop);

    /// <summary>
    /// The same journal, for a piece of work that may end early, such as a page that nobody waits for any more. Then
    /// every method ends with it that was given nothing of its own to end it.
    /// </summary>
    public Journal Until(CancellationToken stop) => new(_store, Person, Days, _country, stop);

    /// <summary>What a method was given to end it, or else what ends the work that the journal was opened for.</summary>
    public CancellationToken StopOr(CancellationToken given) => given.CanBeCanceled ? given : _stop;

    /// <summary>Where it is kept.</summary>
    public JournalStore Store => _store;

    public Person Person { get; }

    /// <summary>The country the person said they live in (ISO 3166); null when it is not known. Never taken from the machine or a time zone.</summary>
    public string? Country => Countries.Find(_country);

    /// <summary>They were asked where they live, and answered or would not say.</summary>
    public bool CountryWasAsked => _country is not null;

    /// <summary>Where the person's midnight is.</summary>
    public DayClock Days { get; }

    /// <summary>The person's day now.</summary>
    public LocalDate Today => Days.DayOf(_store.Now());

    /// <summary>The date on the wall now: after midnight it is ahead of <see cref="Today"/> until the day begins.</summary>
    public LocalDate DateOnTheWall => Now.InZone(Days.ZoneAt(Now)).Date;

    public Instant Now => _store.Now();

    /// <summary>All current facts of one kind.</summary>
    public Task<IReadOnlyList<T>> AllAsync<T>(CancellationToken stop = default)
        where T : Recorded => ReadAsync(rows => rows.Current<T>().OrderBy(f => f.Id), stop);

    /// <summary>The current version of a fact; null when there is none or it was taken out.</summary>
    public async Task<T?> FindAsync<T>(Guid id, CancellationToken stop = default)
        where T : Recorded =>
        (await ReadAsync(rows => rows.Current<T>().Where(f => f.Id == id), stop)).SingleOrDefault();

    /// <summary>Every version of a fact, the first one first.</summary>
    public Task<IReadOnlyList<T>> VersionsAsync<T>(Guid id, CancellationToken stop = default)
        where T : Recorded => ReadAsync(rows => rows.Of<T>().Where(f => f.Id == id).OrderBy(f => f.ChangeId), stop);

    /// <summary>The entries of a stretch of days, both ends included.</summary>
    public Task<IReadOnlyList<Entry>> EntriesAsync(LocalDate from, LocalDate to, CancellationToken stop = default) =>
        ReadAsync(
            rows =>
                rows.Current<Entry>()
                    .Where(e => e.Day >= from && e.Day <= to)
                    .OrderBy(e => e.Day)
                    .ThenBy(e => e.ChangeId)
                    .ThenBy(e => e.Id),
            stop
        );

    public Task<IReadOnlyList<Note>> NotesAsync(LocalDate from, LocalDate to, CancellationToken stop = default) =>
        ReadAsync(
            rows => rows.Current<Note>().Where(n => n.Day >= from && n.Day <= to).OrderBy(n => n.Day).ThenBy(n => n.Id),
            stop
        );

    public Task<IReadOnlyList<Intake>> IntakesAsync(LocalDate from, LocalDate to, CancellationToken stop = default) =>
        ReadAsync(
            rows =>
                rows.Current<Intake>().Where(i => i.Day >= from && i.Day <= to).OrderBy(i => i.Day).ThenBy(i => i.Id),
            stop
        );

    /// <summary>The courses that cover a day, with the name of their treatment, in order of name.</summary>
    public async Task<IReadOnlyList<(Course Course, string Name)>> CoursesOnAsync(
        LocalDate day,
        CancellationToken stop = default
    ) => (await DayAsync(day, stop)).Courses;

    /// <summary>All that the pages of a day show, in one read.</summary>
    public async Task<DayRead> DayAsync(LocalDate day, CancellationToken stop = default)
    {
        try
        {
            return await DayReader.ReadAsync(_store.Place, Person.Id, day, StopOr(stop));
        }
        catch (DbException e)
        {
            throw Failed(e);
        }
    }

    /// <summary>The first and last day on which anything was recorded; null for an empty journal.</summary>
    public async Task<(LocalDate First, LocalDate Last)?> SpanAsync(CancellationToken stop = default)
    {
        var days = await ReadAsync(
            rows =>
                rows.Current<Entry>()
                    .GroupBy(_ => 1)
                    .Select(g => new { First = g.Min(e => e.Day), Last = g.Max(e => e.Day) }),
            stop
        );
        return days is [var span] ? (span.First, span.Last) : null;
    }

    /// <summary>What was done, newest first.</summary>
    /// <param name="day">Only what was about this day; null for everything.</param>
    /// <param name="most">How many at the most.</param>
    public Task<IReadOnlyList<Change>> ChangesAsync(
        LocalDate? day = null,
        int most = 50,
        CancellationToken stop = default
    ) =>
        ReadAsync(
            rows => rows.Of<Change>().Where(c => day == null || c.Day == day).OrderByDescending(c => c.Id).Take(most),
            stop
        );

    /// <summary>The versions of one kind that a change wrote, and those it took out: what was after it, and before.</summary>
    public async Task<(IReadOnlyList<T> Written, IReadOnlyList<T> TakenOut)> OfChangeAsync<T>(
        Guid change,
        CancellationToken stop = default
    )
        where T : Recorded =>
        (
            await ReadAsync(rows => rows.Of<T>().Where(f => f.ChangeId == change), stop),
            await ReadAsync(rows => rows.Of<T>().Where(f => f.VoidedById == change), stop)
        );

    /// <summary>The choices of the person, by key.</summary>
    public async Task<IReadOnlyDictionary<SettingKey, string>> SettingsAsync(CancellationToken stop = default) =>
        (await ReadAsync(rows => rows.Of<Setting>().Where(s => s.Key != JournalVersion.Key), stop)).ToDictionary(
            s => new SettingKey(s.Key),
            s => s.Value
        );

    /// <summary>
    /// Changes with whatever is written for this person, by whom and on whichever node: what was worked out from a
    /// journal holds for as long as its version is the same. Empty before the first writing.
    /// </summary>
    /// <remarks>
    /// Asked before what is read with it: then what is read is never older than the version it is kept by.
    /// </remarks>
    public async Task<string> VersionAsync(CancellationToken stop = default)
    {
        try
        {
            return await JournalVersion.OfAsync(_store.Place, Person.Id, StopOr(stop));
        }
        catch (DbException e)
        {
            throw Failed(e);
        }
    }

    public Task SetAsync(SettingKey key, string value, CancellationToken stop = default) =>
        WriteAsync(
            db =>
                RowWriter.InsertAsync(
                    db,
                    [
                        new Setting
                        {
                            PersonId = Person.Id,
                            Key = key.Name,
                            Value = value,
                        },
                    ],
                    replace: true,
                    stop
                ),
            stop
        );

    /// <summary>Changes what the person told about themselves; the journal at hand keeps the old day boundary until it is opened again.</summary>
    /// <exception cref="ArgumentException">It is another person's.</exception>
    public Task UpdatePersonAsync(Person person, CancellationToken stop = default) =>
        person.Id != Person.Id
            ? throw new ArgumentException("That is another person.", nameof(person))
            : WriteAsync(db => RowWriter.InsertAsync(db, [person], replace: true, stop), stop);

    /// <summary>Keeps where the person lives; the journal at hand keeps the old answer until it is opened again.</summary>
    /// <param name="country">Null: they would rather not say.</param>
    /// <exception cref="ArgumentException">There is no such country.</exception>
    public Task LiveInAsync(string? country, CancellationToken stop = default) =>
        country is not null && Countries.Find(country) is null
            ? throw new ArgumentException("There is no such country.", nameof(country))
            : SetAsync(CountryKey, Countries.Find(country) ?? "", stop);

    /// <summary>From this instant on, the person lives in this zone.</summary>
    public Task MoveToZoneAsync(Instant since, string zone, CancellationToken stop = default)
    {
        _ = DateTimeZoneProviders.Tzdb[zone];
        return WriteAsync(
            db =>
                RowWriter.InsertAsync(
                    db,
                    [
                        new PersonZone
                        {
                            PersonId = Person.Id,
                            Since = since,
                            Zone = zone,
                        },
                    ],
                    replace: true,
                    stop
                ),
            stop
        );
    }

    /// <summary>Reads rows of this person.</summary>
    internal async Task<IReadOnlyList<T>> ReadAsync<T>(Func<PersonRows, IQueryable<T>> query, CancellationToken stop)
    {
        await using var db = _store.Place.OpenDb(Person.Id);
        try
        {
            return await query(new PersonRows(db)).ToListAsync(StopOr(stop));
        }
        catch (DbException e)
        {
            throw Failed(e);
        }
    }

    /// <summary>Runs one write in a transaction; the journal has another version after it.</summary>
    private async Task WriteAsync(Func<JournalDb, Task> write, CancellationToken stop)
    {
        _store.RefuseIfDamaged();
        await using var db = _store.Place.OpenDb(Person.Id);
        try
        {
            await using var all = await db.Database.BeginTransactionAsync(StopOr(stop));
            await write(db);
            await JournalVersion.NextAsync(db, Person.Id, StopOr(stop));
            await all.CommitAsync(StopOr(stop));
        }
        catch (DbException e)
        {
            throw Failed(e);
        }
    }

    private JournalStorageException Failed(DbException e) => _store.Failed(e);
}
