using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Inomya.Web.Reminders;

/// <summary>Keeps the mail password and the calendar's address so that only this machine can read them: in a backup they are useless.</summary>
public sealed class ReminderSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Inomya.Reminders");

    public string Protect(string secret) => _protector.Protect(secret);

    /// <summary>The secret; null when it was kept by another machine, or its keys are gone.</summary>
    public string? Unprotect(string kept)
    {
        try
        {
            return _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
