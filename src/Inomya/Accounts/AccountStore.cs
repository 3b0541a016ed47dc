using System.Security.Cryptography;
using System.Text;
using Inomya.Journals;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Inomya.Accounts;

/// <summary>Who may sign in, on which devices they are, and the links that let somebody in once.</summary>
/// <remarks>Made when it is first needed: at home, where nobody signs in, there is no file.</remarks>
public sealed partial class AccountStore(AccountPlace place, IClock clock)
{
    /// <summary>How exactly it is known when a device was last here.</summary>
    public static readonly Duration SeenEvery = Duration.FromMinutes(5);

    /// <summary>A device that did not come back for so long is signed out.</summary>
    public static readonly Duration UnusedFor = Duration.FromDays(60);

    /// <summary>However much it is used, a device signs in anew after so long.</summary>
    public static readonly Duration LongestFor = Duration.FromDays(365);

    /// <summary>Number of the PostgreSQL lock for migrations, beside that of the journals.</summary>
    private const long MigrationLock = 466693;

    /// <summary>Migrations run once in a program; whoever comes meanwhile waits.</summary>
    private static readonly SemaphoreSlim One = new(1, 1);
    private volatile bool _isReady;
    private volatile bool _hasSeveral;
    private volatile int _known = -1;

    /// <summary>To the millisecond, as it is kept.</summary>
    private Instant Now => Instant.FromUnixTimeMilliseconds(clock.GetCurrentInstant().ToUnixTimeMilliseconds());

    /// <summary>Makes the storage, or brings it up to date; done once.</summary>
    /// <exception cref="JournalStorageException">It was written by a newer Inomya.</exception>
    public async Task ReadyAsync(CancellationToken stop = default)
    {
        if (_isReady)
            return;
        await One.WaitAsync(stop);
        try
        {
            if (_isReady)
                return;
            place.Protect();
            await using (var db = place.OpenAsOwner())
                await MigrateAsync(db, stop);
            _isReady = true;
        }
        finally
        {
            One.Release();
        }
    }

    private async Task MigrateAsync(AccountDb db, CancellationToken stop)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToList();
        if (applied.Except(db.Database.GetMigrations()).Any())
            throw new JournalStorageException(
                "The accounts were written by a newer Inomya. Nothing was changed; open them with that version."
            );
        if (applied.Count == db.Database.GetMigrations().Count())
            return;
        if (place.Role is not { } role)
        {
            await db.Database.MigrateAsync(stop);
            return;
        }
        await db.Database.OpenConnectionAsync(stop);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", stop);
        try
        {
            await db.Database.MigrateAsync(stop);
            await GrantAsync(db, role, stop);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
        }
    }

    /// <summary>The app reads and writes accounts, and may change none of the tables.</summary>
    private static async Task GrantAsync(AccountDb db, ServerRole role, CancellationToken stop)
    {
        var tables = db.Model.GetEntityTypes().Select(t => t.GetTableName()).Distinct();
#pragma warning disable EF1002 // names of the model, and one that is quoted
        foreach (var table in tables)
            await db.Database.ExecuteSqlRawAsync(
                $"GRANT SELECT, INSERT, UPDATE, DELETE ON \"{table}\" TO {role.Quoted}",
                stop
            );
        await db.Database.ExecuteSqlRawAsync($"GRANT SELECT ON \"{AccountDb.History}\" TO {role.Quoted}", stop);
#pragma warning restore EF1002
    }

    private async Task<AccountDb> OpenAsync(CancellationToken stop)
    {
        await ReadyAsync(stop);
        return place.OpenDb();
    }

    /// <summary>For the sign-in of the framework. To be used once <see cref="ReadyAsync"/> was waited for.</summary>
    public IUserStore<Account> Users(IdentityErrorDescriber words) => new AccountUsers(place.OpenDb(), words);

    /// <summary>Are there at least two? Then everyone signs in, on every machine.</summary>
    /// <remarks>A file has one server, which knows of each that is made; a database is asked while there is one at most.</remarks>
    public async Task<bool> HasSeveralAsync(CancellationToken stop = default)
    {
        if (_hasSeveral)
            return true;
        if (place.File is not null && _known >= 0)
            return false;
        _known = await CountAsync(stop);
        return _hasSeveral = _known > 1;
    }

    /// <summary>How many accounts there are.</summary>
    public async Task<int> CountAsync(CancellationToken stop = default)
    {
        if (!place.MayHaveAny)
            return 0;
        await using var db = await OpenAsync(stop);
        return await db.Users.CountAsync(stop);
    }

    /// <summary>To be called once an account was made.</summary>
    public void Forget() => _known = -1;

    /// <summary>Everyone who may sign in, in the order they were added.</summary>
    public async Task<IReadOnlyList<Account>> AllAsync(CancellationToken stop = default)
    {
        if (!place.MayHaveAny)
            return [];
        await using var db = await OpenAsync(stop);
        return await db.Users.AsNoTracking().OrderBy(a => a.AddedAt).ToListAsync(stop);
    }

    /// <summary>A journal was put back in which the person has another id: who opened the old one opens that.</summary>
    public async Task MoveAsync(Guid before, Guid now, CancellationToken stop = default)
    {
        if (before == now || !place.MayHaveAny)
            return;
        await using var db = await OpenAsync(stop);
        await db
            .Users.Where(a => a.PersonId == before)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.PersonId, now), stop);
    }

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
