using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Inomya.Web.Hosting;

/// <summary>Keeps secrets so that only this machine can read them: in a backup they are useless.</summary>
/// <param name="purpose">What they are for: those of one purpose cannot be read for another.</param>
public abstract class MachineSecrets(IDataProtectionProvider protection, string purpose)
{
    private readonly IDataProtector _protector = protection.CreateProtector(purpose);

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
