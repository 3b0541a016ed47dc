using Inomya.Journals;
using Inomya.Web.Accounts;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web;

/// <summary>
/// The journal of the person at the screen, opened once a request when a page first needs it: that of who is signed in
/// and no other.
/// </summary>
public sealed class PersonJournal(RunningJournal running, AccountRoom accounts, IHttpContextAccessor request)
    : IDisposable
{
    private Task<Journal>? _open;
    private bool _hasEntered;

    /// <summary>
    /// Ends what a page reads and works out once nobody waits for it. Nothing ends what was sent: it is taken in though
    /// whoever sent it has left.
    /// </summary>
    public CancellationToken Stop =>
        request.HttpContext is { } context && IsReading(context.Request.Method)
            ? context.RequestAborted
            : CancellationToken.None;

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    /// <summary>Its methods, and whatever reads it, end with <see cref="Stop"/>.</summary>
    /// <exception cref="BadHttpRequestException">Nobody is signed in, or whoever is opens no journal.</exception>
    public Task<Journal> OpenAsync() => _open ??= OpenOnceAsync();

    private async Task<Journal> OpenOnceAsync()
    {
        var (store, home) = await EnterAsync();
        var person = await accounts.PersonOfAsync(request.HttpContext, home, Stop)
            ?? throw new BadHttpRequestException("No journal is open here.", StatusCodes.Status401Unauthorized);
        return (await store.OfAsync(person, Stop)).Until(Stop);
    }

    /// <summary>
    /// The journal of a person who is not at the screen, for what is let in by a key or a secret of theirs, and for what is done for
    /// everyone in the background. From then on it is the journal of this scope.
    /// </summary>
    /// <returns>Null where there is no such person.</returns>
    /// <exception cref="InvalidOperationException">A journal is open already.</exception>
    internal async Task<Journal?> OfAsync(Guid person)
    {
        if (_open is not null)
            throw new InvalidOperationException("A journal is open already.");
        var (store, _) = await EnterAsync();
        if (await store.FindAsync(person, Stop) is not { } journal)
            return null;
        _open = Task.FromResult(journal.Until(Stop));
        return await _open;
    }

    /// <summary>Everyone whose journal is here, by id.</summary>
    internal async Task<IReadOnlyList<Guid>> PeopleAsync(CancellationToken stop)
    {
        var (store, _) = await EnterAsync();
        return [.. (await store.PeopleAsync(stop)).Select(p => p.Id)];
    }

    private async Task<(JournalStore Store, Guid Home)> EnterAsync()
    {
        var journal = await running.EnterAsync(Stop);
        if (_hasEntered)
            running.Leave();
        _hasEntered = true;
        return journal;
    }

    /// <summary>The request has ended: a backup may be put back.</summary>
    public void Dispose()
    {
        if (_hasEntered)
            running.Leave();
    }
}
