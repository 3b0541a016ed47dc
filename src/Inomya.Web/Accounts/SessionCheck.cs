using System.Security.Claims;
using Inomya.Accounts;
using Inomya.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Accounts;

/// <summary>What is done with each request: is its session still one, and what if nobody is signed in.</summary>
internal static class SessionCheck
{
    /// <summary>Tells a service worker whose the page is: copies of another person's go.</summary>
    public const string WhoseHeader = "inomya-whose";

    /// <summary>In place of a tag where nobody is signed in.</summary>
    public const string Nobody = "nobody";

    private const string WhoseItem = "inomya.whose",
        HomeItem = "inomya.home";

    /// <summary>Reads the session anew each time: one that was ended is none from this moment.</summary>
    public static async Task LookAsync(CookieValidatePrincipalContext context)
    {
        var accounts = context.HttpContext.RequestServices.GetRequiredService<AccountRoom>();
        var stop = context.HttpContext.RequestAborted;
        var account = Guid.TryParse(context.Principal?.FindFirstValue(AccountRoom.SessionClaim), out var session)
            ? await (await accounts.OpenAsync(stop)).WhoAsync(session, stop)
            : null;
        if (account is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
        else
            context.ReplacePrincipal(PrincipalOf(account, session));
    }

    /// <summary>Who a session is of. Its journal is read from the account each time, and not kept in the cookie.</summary>
    public static ClaimsPrincipal PrincipalOf(Account account, Guid session)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(AccountRoom.SessionClaim, session.ToString()),
        ];
        if (account.OpensAJournal)
            claims.Add(new Claim(AccountRoom.PersonClaim, account.PersonId!.Value.ToString()));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme));
    }

    /// <summary>A page leads to where one signs in; anything else is told so, and what waits on a device goes on waiting.</summary>
    public static Task AskAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (IsLookedAt(request))
            context.Response.Redirect(SignInPage.AddressFor(request.Path + request.QueryString));
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static bool IsLookedAt(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document";

    /// <summary>Signed in, but with no journal: a host, or somebody who only helps.</summary>
    public static Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.HttpContext.Refuse("account.no-journal", StatusCodes.Status403Forbidden);
        return Task.CompletedTask;
    }

    /// <summary>Says on every answer that holds something of a person whose it is.</summary>
    public static async Task SayWhoseAsync(HttpContext context, RequestDelegate next)
    {
        var accounts = context.RequestServices.GetRequiredService<AccountRoom>();
        var endpoint = context.GetEndpoint();
        var isForEveryone = endpoint is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (!isForEveryone && await accounts.PersonOfAsync(context) is { } person)
        {
            var tag = AccountRoom.TagOf(person);
            context.Items[WhoseItem] = tag;
            context.Response.Headers[WhoseHeader] = tag;
            if (context.User.Identity?.IsAuthenticated != true)
                context.Items[HomeItem] = true;
        }
        await next(context);
    }

    /// <summary>Nobody is signed in on this device: it lets go of the copies it keeps.</summary>
    public static void SayNobody(HttpContext context) => context.Response.Headers[WhoseHeader] = Nobody;

    /// <summary>The tag of the person whose page it is; null on a page for everyone.</summary>
    public static string? WhoseOf(HttpContext? context) => context?.Items[WhoseItem] as string;

    /// <summary>Nobody has to sign in, so what a device kept without a name is this person's.</summary>
    public static bool IsHome(HttpContext? context) => context?.Items.ContainsKey(HomeItem) == true;
}
