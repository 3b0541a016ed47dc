using System.Security.Claims;
using System.Security.Cryptography;
using Inomya.Accounts;
using Inomya.Journals;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Accounts;

/// <summary>The accounts beside the journal that this app is run on, and whether anyone has to sign in.</summary>
public sealed class AccountRoom(IServiceProvider services, WebSettings settings)
{
    /// <summary>Names of what a session says of who it is.</summary>
    public const string SessionClaim = "session",
        PersonClaim = "person";

    private AccountStore? _store;

    /// <summary>Nothing to sign in to, as on an app that only shows pages for everyone.</summary>
    private RunningJournal? Running => services.GetService<RunningJournal>();

    /// <summary>Waits while the journal is being opened. Makes nothing.</summary>
    public async Task<AccountStore> OpenAsync(CancellationToken stop = default)
    {
        if (_store is { } open)
            return open;
        var running = Running ?? throw new InvalidOperationException("This app has no journal, so it has no accounts.");
        var (store, _) = await running.EnterAsync(stop);
        running.Leave();
        var made = new AccountStore(AccountPlace.Beside(store.Place), store.Clock);
        if (Interlocked.CompareExchange(ref _store, made, null) is { } other)
            return other;
        running.PersonMoved = (before, now) => made.MoveAsync(before, now, CancellationToken.None);
        return made;
    }

    /// <summary>The one that was opened; for the sign-in of the framework, which cannot wait.</summary>
    /// <exception cref="InvalidOperationException">Nobody waited for <see cref="OpenAsync"/>.</exception>
    public AccountStore Opened => _store ?? throw new InvalidOperationException("The accounts were not opened.");

    /// <summary>Does everyone have to sign in?</summary>
    public async Task<bool> IsNeededAsync(CancellationToken stop = default)
    {
        if (settings.SignIn == SignInRule.Always)
            return true;
        return Running is not null && await (await OpenAsync(stop)).HasSeveralAsync(stop);
    }

    /// <summary>
    /// Whose journal a request opens: that of who is signed in and of nobody else; where nobody has to sign in, that of
    /// the person this app is run for.
    /// </summary>
    /// <param name="home">That person; <see cref="Guid.Empty"/> where it is run for several.</param>
    /// <returns>Null where it opens none.</returns>
    public async Task<Guid?> PersonOfAsync(HttpContext? context, Guid home, CancellationToken stop = default)
    {
        if (context?.User.Identity?.IsAuthenticated == true)
            return Guid.TryParse(context.User.FindFirstValue(PersonClaim), out var person) ? person : null;
        return home == Guid.Empty || await IsNeededAsync(stop) ? null : home;
    }

    /// <summary>The same, for a request; null also where this app has no journal.</summary>
    public async Task<Guid?> PersonOfAsync(HttpContext context)
    {
        if (Running is not { } running)
            return null;
        var (_, home) = await running.EnterAsync(context.RequestAborted);
        running.Leave();
        return await PersonOfAsync(context, home, context.RequestAborted);
    }

    /// <summary>What a device writes on what it keeps of a person, so that it is never shown or sent for another.</summary>
    public static string TagOf(Guid person) => Convert.ToHexStringLower(SHA256.HashData(person.ToByteArray())[..8]);
}
