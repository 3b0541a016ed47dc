using Inomya.Journals;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web;

/// <summary>The journal of the person at the screen, opened once a request when a page first needs it.</summary>
public sealed class PersonJournal(RunningJournal running, IHttpContextAccessor request) : IDisposable
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
    public Task<Journal> OpenAsync() => _open ??= OpenOnceAsync();

    private async Task<Journal> OpenOnceAsync()
    {
        var (store, person) = await running.EnterAsync(Stop);
        _hasEntered = true;
        return (await store.OfAsync(person, Stop)).Until(Stop);
    }

    /// <summary>The request has ended: a backup may be put back.</summary>
    public void Dispose()
    {
        if (_hasEntered)
            running.Leave();
    }
}
