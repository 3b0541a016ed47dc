using System.Threading.RateLimiting;
using Inomya.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Accounts;

/// <summary>Signing in: the framework's own parts, with sessions that can be ended, and one rule for every address.</summary>
internal static class SignInServices
{
    /// <summary>For the pages of an account itself: somebody is signed in, whatever their role.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>The same, and at home whoever is at this machine.</summary>
    public const string SignedInOrHome = "signed-in-or-home";

    /// <summary>Name of the limit on how often one address may try.</summary>
    public const string Limit = "sign-in";

    /// <summary>A household behind one address stays far below it, and a guesser too.</summary>
    private const int MostAMinute = 60;

    /// <summary>Of PBKDF2 with SHA-512: OWASP Password Storage Cheat Sheet, 2023.</summary>
    private const int HashRounds = 210_000;

    /// <summary>As long as a session lives unused.</summary>
    private static readonly TimeSpan Kept = AccountStore.UnusedFor.ToTimeSpan();

    public static void AddSignIn(this IServiceCollection services, WebSettings settings)
    {
        services.AddSingleton<AccountRoom>();
        services.AddSingleton(new PasswordRules(settings.BreachedPasswords));
        services.AddScoped<SignInDoor>();
        services.AddScoped<IUserStore<Account>>(provider =>
            provider.GetRequiredService<AccountRoom>().Opened.Users(new IdentityErrorDescriber())
        );
        services.AddIdentityCore<Account>(Set).AddSignInManager().AddDefaultTokenProviders();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashRounds);
        services.Configure<IdentityPasskeyOptions>(SetPasskeys);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(SetCookies);
        services.AddRateLimiter(limits => limits.AddPolicy<string>(Limit, OfAddress));
        services.AddRules();
    }

    /// <summary>Who may ask for what.</summary>
    private static void AddRules(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, MayOpen.Handler>();
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new MayOpen()).Build())
            .AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(SignedInOrHome, policy => policy.AddRequirements(new MayOpen(InAnyRole: true)));
    }

    /// <summary>Length and what everyone knows are looked at by <see cref="PasswordRules"/>; a wait is no lock: see AccountStore.Tries.</summary>
    private static void Set(IdentityOptions options)
    {
        options.User.AllowedUserNameCharacters = "";
        options.Password = new PasswordOptions
        {
            RequiredLength = PasswordRules.Fewest,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
            RequiredUniqueChars = 0,
        };
    }

    /// <summary>A passkey is found by the device, without a name, and used with a finger, face or code.</summary>
    /// <remarks>
    /// Where it was used is compared with the address of this app, not with the header Origin: pages tell nobody where one came
    /// from, so a browser sends none with a form.
    /// </remarks>
    private static void SetPasskeys(IdentityPasskeyOptions passkeys)
    {
        passkeys.ResidentKeyRequirement = "required";
        passkeys.UserVerificationRequirement = "required";
        passkeys.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && IsHere(context));
    }

    private static bool IsHere(PasskeyOriginValidationContext context) =>
        Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
        && context.HttpContext.Request is var request
        && origin.Scheme == request.Scheme
        && origin.Authority == request.Host.Value;

    private static void SetCookies(IdentityCookiesBuilder cookies)
    {
        cookies.ApplicationCookie!.Configure(cookie =>
        {
            Protect(cookie, "inomya-account", SameSiteMode.Lax);
            cookie.ExpireTimeSpan = Kept;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = SignInPage.Path;
            cookie.ReturnUrlParameter = "to";
            cookie.Events.OnValidatePrincipal = SessionCheck.LookAsync;
            cookie.Events.OnRedirectToLogin = SessionCheck.AskAsync;
            cookie.Events.OnRedirectToAccessDenied = SessionCheck.RefuseAsync;
        });
        // between a question to a passkey and its answer
        cookies.TwoFactorUserIdCookie!.Configure(cookie => Protect(cookie, "inomya-passkey", SameSiteMode.Strict));
        cookies.TwoFactorRememberMeCookie!.Configure(cookie => Protect(cookie, "inomya-known", SameSiteMode.Strict));
        cookies.ExternalCookie!.Configure(cookie => Protect(cookie, "inomya-from", SameSiteMode.Lax));
    }

    private static void Protect(CookieAuthenticationOptions cookie, string name, SameSiteMode site)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.IsEssential = true;
        cookie.Cookie.SameSite = site;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static RateLimitPartition<string> OfAddress(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                SignInDoor.AddressOf(context),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = MostAMinute, Window = TimeSpan.FromMinutes(1) }
            )
            : RateLimitPartition.GetNoLimiter("");

    /// <summary>After the address was found and before anything of a form is looked at.</summary>
    public static void UseSignIn(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(SessionCheck.SayWhoseAsync);
    }
}
