using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Inomya.Accounts;

/// <summary>Accounts as the sign-in of the framework reads and writes them. Recovery codes are kept as hashes only.</summary>
internal sealed class AccountUsers(AccountDb db, IdentityErrorDescriber words)
    : UserOnlyStore<
        Account,
        AccountDb,
        Guid,
        IdentityUserClaim<Guid>,
        IdentityUserLogin<Guid>,
        IdentityUserToken<Guid>,
        IdentityUserPasskey<Guid>
    >(db, words),
        IDisposable,
        IAsyncDisposable
{
    public override Task ReplaceCodesAsync(
        Account user,
        IEnumerable<string> recoveryCodes,
        CancellationToken cancellationToken
    ) => base.ReplaceCodesAsync(user, recoveryCodes.Select(c => IsHash(c) ? c : Hash(c)), cancellationToken);

    public override Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, Hash(code), cancellationToken);

    /// <summary>Where one is used, the others are written again as they were kept.</summary>
    private static bool IsHash(string code) => code.Length == SHA256.HashSizeInBytes * 2;

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    void IDisposable.Dispose()
    {
        Dispose();
        Context.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await Context.DisposeAsync();
    }
}
