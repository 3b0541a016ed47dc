using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Inomya.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Accounts;

/// <summary>Signs in and out, and knows who is at the door.</summary>
public sealed class SignInDoor(
    IHttpContextAccessor request,
    AccountRoom accounts,
    IServiceProvider services,
    IDataProtectionProvider protection
)
{
    /// <summary>On a device on which somebody signed in before.</summary>
    private const string DeviceCookie = "inomya-device";

    private const int MostOnADevice = 5;

    private static readonly TimeSpan DeviceKept = TimeSpan.FromDays(400),
        StepLasts = TimeSpan.FromMinutes(5);

    /// <summary>Hashed in place of that of a name that is not there, so that the answer takes as long.</summary>
    private static readonly Lazy<string> NobodysHash = new(() =>
        new PasswordHasher<Account>().HashPassword(
            new Account(),
            Convert.ToHexString(RandomNumberGenerator.GetBytes(16))
        )
    );

    private readonly IDataProtector _devices = protection.CreateProtector("Inomya.Devices");
    private readonly ITimeLimitedDataProtector _steps = protection
        .CreateProtector("Inomya.SecondStep")
        .ToTimeLimitedDataProtector();

    private HttpContext Context => request.HttpContext!;

    /// <summary>Ends what is read for somebody who does not wait for it any more.</summary>
    public CancellationToken Stop => Context.RequestAborted;

    /// <summary>The id of the session that this request belongs to; null where nobody is signed in.</summary>
    public Guid? Session =>
        Guid.TryParse(Context.User.FindFirstValue(AccountRoom.SessionClaim), out var id) ? id : null;

    /// <summary>The framework's own manager of accounts. Makes the storage of accounts where there is none.</summary>
    public async Task<UserManager<Account>> UsersAsync()
    {
        await (await accounts.OpenAsync(Context.RequestAborted)).ReadyAsync(Context.RequestAborted);
        return services.GetRequiredService<UserManager<Account>>();
    }

    /// <summary>As above, for passkeys.</summary>
    public async Task<SignInManager<Account>> SignInsAsync()
    {
        await UsersAsync();
        return services.GetRequiredService<SignInManager<Account>>();
    }

    /// <summary>Who is signed in; null where nobody is.</summary>
    public async Task<Account?> WhoAsync() =>
        Session is null
            ? null
            : await (await UsersAsync()).FindByIdAsync(Context.User.FindFirstValue(ClaimTypes.NameIdentifier)!);

    /// <summary>This device is signed in from the next request on. Whoever was signed in on it is no more.</summary>
    public async Task SignInAsync(Account account, SignInWay way)
    {
        var store = await accounts.OpenAsync(CancellationToken.None);
        if (
            Session is { } before
            && Guid.TryParse(Context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var whose)
        )
            await store.EndAsync(whose, before, CancellationToken.None);
        var session = await store.StartAsync(
            account,
            DeviceNames.Of(Context.Request.Headers.UserAgent),
            way,
            CancellationToken.None
        );
        await Context.SignInAsync(
            IdentityConstants.ApplicationScheme,
            SessionCheck.PrincipalOf(account, session.Id),
            new AuthenticationProperties { IsPersistent = true }
        );
        await store.SucceededAsync(account.UserName!, FromOf(account, out _), CancellationToken.None);
        KeepDevice(account);
    }

    /// <summary>Ends the session of this device, here and in its cookie.</summary>
    public async Task SignOutAsync()
    {
        if (
            Session is { } session
            && Guid.TryParse(Context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
        )
            await (await accounts.OpenAsync(CancellationToken.None)).EndAsync(account, session, CancellationToken.None);
        await Context.SignOutAsync(IdentityConstants.ApplicationScheme);
        SessionCheck.SayNobody(Context);
    }

    /// <summary>What came of a name and a password: who it is, or whether it has to wait. An unknown name takes as long as a wrong password.</summary>
    public async Task<(Account? Account, bool MustWait)> LookAsync(string name, string password)
    {
        var users = await UsersAsync();
        var account = await users.FindByNameAsync(name);
        if (!await MayTryAsync(name, account))
            return (null, true);
        if (account?.PasswordHash is null)
        {
            users.PasswordHasher.VerifyHashedPassword(new Account(), NobodysHash.Value, password);
            return (null, false);
        }
        return (await users.CheckPasswordAsync(account, password) ? account : null, false);
    }

    /// <summary>To be asked before a password or a code is looked at.</summary>
    public async Task<bool> MayTryAsync(string name, Account? account)
    {
        var from = FromOf(account, out var isKnown);
        return await (await accounts.OpenAsync(Stop)).MayTryAsync(name, from, isKnown, Stop);
    }

    /// <summary>What a page carries from the password to the code: who it is, for five minutes.</summary>
    public string StepOf(Account account) => _steps.Protect(account.Id.ToString(), StepLasts);

    /// <summary>Whose second step it is; null where it took too long, or was not written here.</summary>
    public async Task<Account?> OfStepAsync(string step)
    {
        try
        {
            return await (await UsersAsync()).FindByIdAsync(_steps.Unprotect(step));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Is it the code that the app of the person shows now, or one of the codes on paper? Each counts once.</summary>
    public async Task<bool> IsCodeAsync(Account account, string code)
    {
        var users = await UsersAsync();
        var written = code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        if (await IsOfAppAsync(users, account, written))
            return true;
        return (await users.RedeemTwoFactorRecoveryCodeAsync(account, code.Trim().ToUpperInvariant())).Succeeded;
    }

    private static async Task<bool> IsOfAppAsync(UserManager<Account> users, Account account, string code)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Id}{code}")));
        var provider = users.Options.Tokens.AuthenticatorTokenProvider;
        if (account.LastCode == hash || !await users.VerifyTwoFactorTokenAsync(account, provider, code))
            return false;
        account.LastCode = hash;
        return (await users.UpdateAsync(account)).Succeeded;
    }

    /// <summary>The account got a new stamp, which ends every session but this one.</summary>
    public async Task KeepThisAsync(Account account)
    {
        if (Session is { } session)
            await (await accounts.OpenAsync(CancellationToken.None)).KeepAsync(
                account,
                session,
                CancellationToken.None
            );
    }

    /// <summary>Where a request comes from; of IPv6 the network, since one machine has as many addresses as it likes.</summary>
    public static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes()[..8])
            : address.ToString();
    }

    /// <summary>The device, where this account was signed in on it before; else the address.</summary>
    private string FromOf(Account? account, out bool isKnown)
    {
        var (device, whose) = ReadDevice();
        isKnown = account is not null && whose.Contains(account.Id);
        return isKnown ? device : AddressOf(Context);
    }

    /// <summary>The secret name of this device, and who signed in on it before, the last one first.</summary>
    private (string Device, IReadOnlyList<Guid> Whose) ReadDevice()
    {
        try
        {
            if (Context.Request.Cookies[DeviceCookie] is { } cookie)
            {
                var parts = _devices.Unprotect(cookie).Split(' ');
                return (parts[0], [.. parts.Skip(1).Select(Guid.Parse)]);
            }
        }
        catch (CryptographicException)
        {
            // of another server, or its keys are gone: a new one
        }
        return (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), []);
    }

    private void KeepDevice(Account account)
    {
        var (device, whose) = ReadDevice();
        var now = whose.Prepend(account.Id).Distinct().Take(MostOnADevice);
        Context.Response.Cookies.Append(
            DeviceCookie,
            _devices.Protect($"{device} {string.Join(' ', now)}"),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = DeviceKept,
                Path = Context.Request.PathBase.HasValue ? Context.Request.PathBase.ToUriComponent() : "/",
                SameSite = SameSiteMode.Strict,
                Secure = Context.Request.IsHttps,
            }
        );
    }
}
