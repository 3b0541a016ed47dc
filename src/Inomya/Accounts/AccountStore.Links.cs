using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Inomya.Accounts;

public sealed partial class AccountStore
{
    /// <summary>How long somebody who was invited may take.</summary>
    public static readonly Duration InvitationLasts = Duration.FromDays(7);

    /// <summary>How long the picture for another device counts.</summary>
    public static readonly Duration PairingLasts = Duration.FromMinutes(5);

    /// <summary>How long the code on the terminal counts; the next start makes a new one.</summary>
    public static readonly Duration FirstLasts = Duration.FromDays(1);

    private const int SecretBytes = 32;

    /// <summary>Makes one. Its secret (256 bits, in letters of an address) is given out here and never again.</summary>
    /// <param name="by">Null for the host at the terminal.</param>
    public async Task<string> NewLinkAsync(
        LinkKind kind,
        Account? by,
        AccountRole role = AccountRole.Person,
        CancellationToken stop = default
    )
    {
        await using var db = await OpenAsync(stop);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        await DropOldAsync(db, kind, stop);
        db.Links.Add(LinkOf(kind, by, role, secret));
        await db.SaveChangesAsync(stop);
        return secret;
    }

    private OneTimeLink LinkOf(LinkKind kind, Account? by, AccountRole role, string secret) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Hash = HashOf(secret),
            AccountId = by?.Id,
            Role = role,
            Stamp = by?.SecurityStamp,
            ExpiresAt = Now + LastsFor(kind),
        };

    /// <summary>One code on the terminal counts at a time; others go a while after they have run out.</summary>
    private async Task DropOldAsync(AccountDb db, LinkKind kind, CancellationToken stop)
    {
        if (kind == LinkKind.First)
            await db.Links.Where(l => l.Kind == LinkKind.First).ExecuteDeleteAsync(stop);
        var old = Now - InvitationLasts;
        await db.Links.Where(l => l.ExpiresAt < old).ExecuteDeleteAsync(stop);
    }

    private static Duration LastsFor(LinkKind kind) =>
        kind switch
        {
            LinkKind.Pairing => PairingLasts,
            LinkKind.First => FirstLasts,
            _ => InvitationLasts,
        };

    /// <summary>The link with this secret; null where there is none, it was used, has run out, or whoever made it has signed out everywhere since.</summary>
    public async Task<OneTimeLink?> FindLinkAsync(string secret, CancellationToken stop = default)
    {
        if (!place.MayHaveAny)
            return null;
        await using var db = await OpenAsync(stop);
        var (hash, now) = (HashOf(secret), Now);
        var link = await db
            .Links.AsNoTracking()
            .SingleOrDefaultAsync(l => l.Hash == hash && l.UsedAt == null && l.ExpiresAt > now, stop);
        return link is not null && await IsOfNowAsync(db, link, stop) ? link : null;
    }

    private static async Task<bool> IsOfNowAsync(AccountDb db, OneTimeLink link, CancellationToken stop)
    {
        if (link.Kind == LinkKind.First)
            return !await db.Users.AnyAsync(stop);
        return link.AccountId is null
            || link.Kind == LinkKind.Invitation
            || await db.Users.AnyAsync(a => a.Id == link.AccountId && a.SecurityStamp == link.Stamp, stop);
    }

    /// <summary>Takes it, for the one that asks first.</summary>
    /// <returns>False where another did, or it has run out meanwhile.</returns>
    public async Task<bool> UseLinkAsync(OneTimeLink link, CancellationToken stop = default)
    {
        await using var db = await OpenAsync(stop);
        var now = Now;
        return await db
                .Links.Where(l => l.Id == link.Id && l.UsedAt == null && l.ExpiresAt > now)
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), stop) == 1;
    }

    /// <summary>What it was taken for did not come about: it counts again.</summary>
    public async Task GiveBackAsync(OneTimeLink link, CancellationToken stop = default)
    {
        await using var db = await OpenAsync(stop);
        await db
            .Links.Where(l => l.Id == link.Id)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, (Instant?)null), stop);
    }
}
