using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Tests.Support;

/// <summary>A proxy in front of a site, as a household has one: it passes on what is below one path, and nothing else is there.</summary>
public sealed class SmallProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _behind;
    private readonly string _below;

    private SmallProxy(string site, string below)
    {
        _below = below;
        _behind = new(
            new HttpClientHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.None,
            }
        )
        {
            BaseAddress = new(site),
        };
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(PassAsync);
    }

    public string Url =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>What was asked for outside the path: none of it is ours.</summary>
    public ConcurrentQueue<string> Strayed { get; } = new();

    public static async Task<SmallProxy> StartAsync(Site site, string below)
    {
        var proxy = new SmallProxy(site.Url, below);
        await proxy._app.StartAsync();
        return proxy;
    }

    private async Task PassAsync(HttpContext context)
    {
        var (asked, response) = (context.Request, context.Response);
        if (!asked.Path.StartsWithSegments(_below, StringComparison.Ordinal))
        {
            Strayed.Enqueue(asked.Path);
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        using var request = Passed(asked);
        using var answer = await _behind.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            if (name is not "Transfer-Encoding")
                response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(response.Body, context.RequestAborted);
    }

    private static HttpRequestMessage Passed(HttpRequest asked)
    {
        var request = new HttpRequestMessage(new(asked.Method), $"{asked.Path.ToUriComponent()}{asked.QueryString}");
        if (asked.ContentLength > 0 || asked.Headers.TransferEncoding.Count > 0)
            request.Content = new StreamContent(asked.Body);
        foreach (var (name, values) in asked.Headers)
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        return request;
    }

    public async ValueTask DisposeAsync()
    {
        _behind.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
