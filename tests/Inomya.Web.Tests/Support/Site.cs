using System.Net;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Tests.Support;

/// <summary>The real web app on a free port of this machine.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;

    private readonly string? _folder;

    private Site(WebApplication app, string? folder)
    {
        (_app, _folder) = (app, folder);
        Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http = new(
            new HttpClientHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.None,
            }
        )
        {
            BaseAddress = new(Url),
        };
    }

    /// <summary>Such as "http://127.0.0.1:41234".</summary>
    public string Url { get; private init; }

    /// <summary>The same site as a browser reaches it, such as through a proxy.</summary>
    public Site At(string url) => new(_app, null) { Url = url };

    /// <summary>Talks to the site without a browser: no cookies kept, no redirect followed, nothing unpacked.</summary>
    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="services">What the rooms need, such as a journal.</param>
    /// <param name="routes">Addresses for the test alone.</param>
    /// <param name="folder">Belongs to this site and goes with it.</param>
    /// <param name="url">Where another site listened before: as if that one was started again.</param>
    /// <param name="content">In place of the content that is shipped.</param>
    /// <param name="settings">How it is hosted, made of the usual.</param>
    /// <param name="data">A data folder, for what is to be there at the next start too.</param>
    public static async Task<Site> StartAsync(
        Action<IServiceCollection>? services = null,
        Action<IEndpointRouteBuilder>? routes = null,
        string? folder = null,
        string url = "http://127.0.0.1:0",
        ContentFolder? content = null,
        Func<WebSettings, WebSettings>? settings = null,
        string? data = null
    )
    {
        var usual = new WebSettings
        {
            Urls = url,
            Content = content,
            UploadsFolder = data is null ? null : Path.Combine(data, "uploads"),
            KeptFolder = data is null ? null : Path.Combine(data, "kept-files"),
        };
        var app = WebHost.Build(
            settings?.Invoke(usual) ?? usual,
            all =>
            {
                all.AddScoped<PersonJournal>(_ =>
                    throw new InvalidOperationException("This site has no journal: use DemoSite or register one.")
                );
                all.AddSingleton<MeasureCatalogue>();
                // addresses that are not pages name these, and the host asks for them all at its first request
                all.AddSingleton<MedicineCatalogue>();
                all.AddSingleton(provider =>
                    Inomya.Experiments.DesignRules.Read(provider.GetRequiredService<ContentFolder>())
                );
                services?.Invoke(all);
            },
            routes
        );
        await app.StartAsync();
        return new(app, folder);
    }

    /// <summary>The site of a person.</summary>
    /// <param name="url">As for <see cref="StartAsync"/>.</param>
    /// <param name="settings">As for <see cref="StartAsync"/>.</param>
    public static Task<Site> OfAsync(
        Journal journal,
        string url = "http://127.0.0.1:0",
        Func<WebSettings, WebSettings>? settings = null
    ) => StartAsync(services => services.AddJournal(journal.Store, journal.Person.Id), url: url, settings: settings);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_folder is null)
            return;
        JournalPlace.CloseFiles();
        Directory.Delete(_folder, recursive: true);
    }
}
