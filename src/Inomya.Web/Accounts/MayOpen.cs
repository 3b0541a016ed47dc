using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Accounts;

/// <summary>What every address asks for that does not say otherwise: somebody whose journal it opens.</summary>
/// <param name="InAnyRole">Also whoever opens none, such as a host: for what is not of a journal.</param>
internal sealed record MayOpen(bool InAnyRole = false) : IAuthorizationRequirement
{
    /// <summary>Looks whether somebody is there who has a journal.</summary>
    internal sealed class Handler(AccountRoom accounts, IHttpContextAccessor request) : AuthorizationHandler<MayOpen>
    {
        protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, MayOpen requirement)
        {
            var stop = request.HttpContext?.RequestAborted ?? CancellationToken.None;
            var may =
                context.User.Identity?.IsAuthenticated == true
                    ? requirement.InAnyRole || context.User.HasClaim(c => c.Type == AccountRoom.PersonClaim)
                    : !await accounts.IsNeededAsync(stop);
            if (may)
                context.Succeed(requirement);
        }
    }
}
