using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Accounts;

/// <summary>What a script asks before it asks a passkey, and the way out.</summary>
public static class SignInRoutes
{
    /// <summary>POST: what a passkey is to sign so that its person is signed in.</summary>
    public const string AskPasskey = "/sign-in/passkey";

    /// <summary>POST: what a new passkey of this account is made of.</summary>
    public const string NewPasskey = "/account/passkey";

    /// <summary>POST: ends the session of this device.</summary>
    public const string SignOut = "/sign-out";

    internal static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        // the empty field makes the framework look whether the form is ours
        routes.MapPost(AskPasskey, AskAsync).AllowAnonymous().RequireRateLimiting(SignInServices.Limit);
        routes.MapPost(NewPasskey, NewAsync).RequireAuthorization(SignInServices.SignedIn);
        routes.MapPost(SignOut, SignOutAsync).RequireAuthorization(SignInServices.SignedIn);
    }

    /// <summary>Names nobody: the device knows which passkeys it has for this place.</summary>
    private static async Task<IResult> AskAsync([FromForm] string? credential, SignInDoor door) =>
        Results.Text(await (await door.SignInsAsync()).MakePasskeyRequestOptionsAsync(null), "application/json");

    private static async Task<IResult> NewAsync([FromForm] string? credential, SignInDoor door)
    {
        if (await door.WhoAsync() is not { } account)
            return Results.Unauthorized();
        var who = new PasskeyUserEntity
        {
            Id = account.Id.ToString(),
            Name = account.UserName!,
            DisplayName = account.UserName!,
        };
        return Results.Text(await (await door.SignInsAsync()).MakePasskeyCreationOptionsAsync(who), "application/json");
    }

    private static async Task<IResult> SignOutAsync([FromForm] string? credential, SignInDoor door)
    {
        await door.SignOutAsync();
        return Results.LocalRedirect(SignInPage.Path);
    }
}
