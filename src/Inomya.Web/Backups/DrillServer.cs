using System.Net;
using Inomya.Journals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Inomya.Web.Backups;

/// <summary>
/// A server on a journal that nobody uses: reachable from this machine alone, on a free port, with keys that are gone
/// afterwards. Nothing runs in it by itself, so it sends no mail and asks nobody for anything.
/// </summary>
internal sealed class DrillServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private DrillServer(WebApplication app)
    {
        _app = app;
        _http = new HttpClient(new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(
                app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
            ),
        };
    }

    /// <param name="at">What its pages take for now.</param>
    /// <param name="scratch">A folder for what it writes; nothing does in a drill.</param>
    public static async Task<DrillServer> StartAsync(
        JournalPlace place,
        Guid person,
        Instant at,
        string scratch,
        CancellationToken stop
    )
    {
        var store = await JournalStore.OpenAsync(place, new StandingClock(at), stop);
        var app = WebHost.Build(
            new WebSettings
            {
                Urls = "http://127.0.0.1:0",
                UploadsFolder = Path.Combine(scratch, "uploads"),
                KeptFolder = Path.Combine(scratch, "kept"),
            },
            services => services.AddJournal(Task.FromResult((store, person)), inBackground: false)
        );
        await app.StartAsync(stop);
        return new DrillServer(app);
    }

    /// <summary>A page as it is sent; null when it is not there or fails.</summary>
    public async Task<string?> PageAsync(string path, CancellationToken stop)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), stop);
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync(stop) : null;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
