using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Inomya.Accounts;

public sealed partial class AccountStore
{
    /// <summary>A device is signed in from now on.</summary>
    /// <param name="device">What it calls itself, in short.</param>
    public async Task<Session> StartAsync(
        Account account,
        string device,
        SignInWay way,
        CancellationToken stop = default
    )
    {
        await using var db = await OpenAsync(stop);
        var session = new Session
        {
            Id = new Guid(RandomNumberGenerator.GetBytes(16)),
            AccountId = account.Id,
            Stamp = account.SecurityStamp ?? "",
            Device = device,
            Way = way,
            Since = Now,
            LastUsed = Now,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(stop);
        return session;
    }

    /// <summary>Who is signed in with it; null where it ended, was ended, or has not been used for long.</summary>
    public async Task<Account?> WhoAsync(Guid session, CancellationToken stop = default)
    {
        if (!place.MayHaveAny)
            return null;
        await using var db = await OpenAsync(stop);
        var found = await db
            .Sessions.AsNoTracking()
            .Where(s => s.Id == session)
            .Join(db.Users.AsNoTracking(), s => s.AccountId, a => a.Id, (s, a) => new { Session = s, Account = a })
            .SingleOrDefaultAsync(stop);
        if (found is null || found.Session.Stamp != found.Account.SecurityStamp || IsOver(found.Session))
            return null;
        if (found.Session.LastUsed + SeenEvery < Now)
            await SeenAsync(db, session, stop);
        return found.Account;
    }

    private bool IsOver(Session session) => session.LastUsed + UnusedFor < Now || session.Since + LongestFor < Now;

    private async Task SeenAsync(AccountDb db, Guid session, CancellationToken stop)
    {
        var now = Now;
        await db
            .Sessions.Where(s => s.Id == session)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastUsed, now), stop);
    }

    /// <summary>The devices that an account is signed in on, the last used first.</summary>
    public async Task<IReadOnlyList<Session>> SessionsAsync(Account account, CancellationToken stop = default)
    {
        await using var db = await OpenAsync(stop);
        var since = Now - UnusedFor;
        return await db
            .Sessions.AsNoTracking()
            .Where(s => s.AccountId == account.Id && s.Stamp == account.SecurityStamp && s.LastUsed >= since)
            .OrderByDescending(s => s.LastUsed)
            .ToListAsync(stop);
    }

    /// <summary>Signs one device out, at once; nothing where it is not this account's.</summary>
    public async Task EndAsync(Guid account, Guid session, CancellationToken stop = default)
    {
        await using var db = await OpenAsync(stop);
        await db.Sessions.Where(s => s.Id == session && s.AccountId == account).ExecuteDeleteAsync(stop);
    }

    /// <summary>Signs every device of an account out but one, at once.</summary>
    /// <param name="but">The one that stays; null for none.</param>
    public async Task EndAllAsync(Guid account, Guid? but, CancellationToken stop = default)
    {
        await using var db = await OpenAsync(stop);
        await db.Sessions.Where(s => s.AccountId == account && s.Id != but).ExecuteDeleteAsync(stop);
    }

    /// <summary>The account got a new stamp on this device, which stays signed in.</summary>
    public async Task KeepAsync(Account account, Guid session, CancellationToken stop = default)
    {
        await using var db = await OpenAsync(stop);
        var stamp = account.SecurityStamp ?? "";
        await db
            .Sessions.Where(s => s.Id == session && s.AccountId == account.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Stamp, stamp), stop);
    }
}
