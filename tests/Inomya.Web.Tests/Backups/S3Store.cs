using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inomya.Web.Tests.Backups;

/// <summary>
/// A small store on this machine that speaks as much of S3 as a backup needs, looks at the signature of every request,
/// and can be told to break.
/// </summary>
internal sealed partial class S3Store : IAsyncDisposable
{
    public const string Bucket = "backups",
        AccessKey = "AKIATEST";

    private readonly WebApplication _app;

    private S3Store(WebApplication app) => _app = app;

    /// <summary>What is kept, by key.</summary>
    public ConcurrentDictionary<string, byte[]> Objects { get; } = new();

    /// <summary>Hangs up after half of an upload, and keeps that half.</summary>
    public bool BreaksUploads { get; set; }

    /// <summary>Keeps half of an upload and says that all is well.</summary>
    public bool LosesHalf { get; set; }

    /// <summary>Takes no key.</summary>
    public bool RefusesKey { get; set; }

    public string Url =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<S3Store> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var app = builder.Build();
        var store = new S3Store(app);
        app.Run(store.AnswerAsync);
        await app.StartAsync();
        return store;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await BodyAsync(context.Request);
        var parts = context.Request.Path.Value!.TrimStart('/').Split('/', 2);
        if (RefusesKey || !IsSigned(context.Request, body))
            await FailAsync(context, HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
        else if (parts[0] != Bucket)
            await FailAsync(context, HttpStatusCode.NotFound, "NoSuchBucket");
        else if (parts.Length < 2 || parts[1].Length == 0)
            await ListAsync(context);
        else
            await ObjectAsync(context, parts[1], body);
    }

    private async Task ObjectAsync(HttpContext context, string key, byte[] body)
    {
        var (request, answer) = (context.Request, context.Response);
        if (request.Method == "PUT")
            Take(context, key, body);
        else if (request.Method == "DELETE")
        {
            Objects.TryRemove(key, out _);
            answer.StatusCode = StatusCodes.Status204NoContent;
        }
        else if (!Objects.TryGetValue(key, out var kept))
            await FailAsync(context, HttpStatusCode.NotFound, "NoSuchKey");
        else
        {
            answer.ContentLength = kept.Length;
            answer.Headers.ETag = "\"d41d8cd98f00b204e9800998ecf8427e-1\"";
            answer.Headers.LastModified = "Mon, 30 Nov 2026 02:00:00 GMT";
            if (request.Method == "GET")
                await answer.Body.WriteAsync(kept);
        }
    }

    private void Take(HttpContext context, string key, byte[] body)
    {
        Objects[key] = BreaksUploads || LosesHalf ? body[..(body.Length / 2)] : body;
        if (BreaksUploads)
            context.Abort();
        else
            context.Response.Headers.ETag = "\"d41d8cd98f00b204e9800998ecf8427e-1\"";
    }

    private Task ListAsync(HttpContext context)
    {
        var prefix = context.Request.Query["prefix"].ToString();
        var found = Objects
            .Where(o => o.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(o =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<Contents><Key>{o.Key}</Key><Size>{o.Value.Length}</Size><LastModified>2026-11-30T02:00:00.000Z</LastModified></Contents>"
                )
            );
        return XmlAsync(
            context.Response,
            $"<ListBucketResult><Name>{Bucket}</Name><IsTruncated>false</IsTruncated>{string.Concat(found)}</ListBucketResult>"
        );
    }

    /// <summary>Signed by AWS version 4 with our key, over the very body that came.</summary>
    private static bool IsSigned(HttpRequest request, byte[] body) =>
        Signature().IsMatch(request.Headers.Authorization.ToString())
        && request.Headers["x-amz-content-sha256"].ToString() is var said
        && (said == "UNSIGNED-PAYLOAD" || said == Convert.ToHexStringLower(SHA256.HashData(body)));

    [GeneratedRegex(
        "^AWS4-HMAC-SHA256 Credential=AKIATEST/\\d{8}/[a-z0-9-]+/s3/aws4_request, ?SignedHeaders=[^,]*host[^,]*, ?Signature=[0-9a-f]{64}$"
    )]
    private static partial Regex Signature();

    private static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        using var all = new MemoryStream();
        await request.Body.CopyToAsync(all);
        return all.ToArray();
    }

    private static Task FailAsync(HttpContext context, HttpStatusCode status, string code)
    {
        context.Response.StatusCode = (int)status;
        return XmlAsync(context.Response, $"<Error><Code>{code}</Code><Message>no</Message></Error>");
    }

    private static async Task XmlAsync(HttpResponse answer, string xml)
    {
        answer.ContentType = "application/xml";
        if (answer.HttpContext.Request.Method != "HEAD")
            await answer.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{xml}");
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
