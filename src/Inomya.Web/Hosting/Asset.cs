using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Inomya.Web.Hosting;

/// <summary>One file as it is sent.</summary>
internal sealed class Asset
{
    private readonly byte[] _plain;
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    public Asset(string name, byte[] content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..10];
        (Name, Url, Tag) = (name, UrlOf(name, hash), $"\"{hash}\"");
        _plain = content;
        _brotli = new(() => Compress(stream => new BrotliStream(stream, CompressionLevel.SmallestSize)));
        _gzip = new(() => Compress(stream => new GZipStream(stream, CompressionLevel.SmallestSize)));
    }

    private static string UrlOf(string name, string hash)
    {
        var dot = name.LastIndexOf('.');
        return $"{Assets.Root}/{name[..dot]}.{hash}{name[dot..]}";
    }

    public string Name { get; }
    public string Url { get; }
    public string Tag { get; }

    private bool Packed =>
        Name.EndsWith(".woff2", StringComparison.Ordinal) || Name.EndsWith(".png", StringComparison.Ordinal);

    /// <summary>What it holds, not compressed.</summary>
    public ReadOnlyMemory<byte> Content => _plain;

    private string Type =>
        Path.GetExtension(Name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml; charset=utf-8",
            ".woff2" => "font/woff2",
            ".png" => "image/png",
            ".webmanifest" => "application/manifest+json",
            _ => "application/octet-stream",
        };

    /// <summary>Sends it, compressed as the browser asks, or 304 when the browser has it.</summary>
    public Task SendAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = Tag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.CacheControl = request.Path.Value == Url ? "public, max-age=31536000, immutable" : "no-store";
        if (request.Headers.IfNoneMatch == Tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        return SendBodyAsync(context);
    }

    private Task SendBodyAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var (body, encoding) = Encode(request.Headers.AcceptEncoding.ToString());
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        response.ContentType = Type;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private (byte[] Body, string? Encoding) Encode(string accepts) =>
        accepts switch
        {
            _ when Packed => (_plain, null),
            _ when accepts.Contains("br", StringComparison.Ordinal) => (_brotli.Value, "br"),
            _ when accepts.Contains("gzip", StringComparison.Ordinal) => (_gzip.Value, "gzip"),
            _ => (_plain, null),
        };

    private byte[] Compress(Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed))
            stream.Write(_plain);
        return packed.ToArray();
    }
}
