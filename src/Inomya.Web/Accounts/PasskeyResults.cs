using Inomya.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Inomya.Web.Accounts;

/// <summary>What a browser answered about a passkey. Whatever else was sent is no answer.</summary>
internal static class PasskeyResults
{
    /// <summary>The longest answer an authenticator gives, far below what a form takes: 64 KiB.</summary>
    private const int Longest = 1 << 16;

    /// <summary>Whose passkey signed; null where none did.</summary>
    public static async Task<(Account User, UserPasskeyInfo Passkey)?> OfAsync(
        SignInManager<Account> signIns,
        string credential
    )
    {
        if (!IsPossible(credential))
            return null;
        try
        {
            var result = await signIns.PerformPasskeyAssertionAsync(credential);
            return result is { Succeeded: true, User: { } user, Passkey: { } passkey } ? (user, passkey) : null;
        }
        catch (InvalidOperationException)
        {
            return null; // there was no question that it could answer
        }
    }

    /// <summary>A new passkey; null where none was made.</summary>
    public static async Task<UserPasskeyInfo?> NewAsync(SignInManager<Account> signIns, string credential)
    {
        if (!IsPossible(credential))
            return null;
        try
        {
            var result = await signIns.PerformPasskeyAttestationAsync(credential);
            return result.Succeeded ? result.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsPossible(string credential) => credential.Length is > 0 and <= Longest;
}
