using System.CommandLine;
using System.Net;
using System.Text.RegularExpressions;
using Inomya.Web;

namespace Inomya.Cli;

/// <summary>Options of serve for whoever runs it behind a proxy or watches it.</summary>
internal static partial class HostingOptions
{
    private const string Json = "json";
    private const string Text = "text";

    private static readonly Option<string[]> Host = new("--host")
    {
        Description = "A name by which a browser reaches it, such as inomya.example.org; may be repeated.",
    };
    private static readonly Option<string[]> Proxy = new("--proxy")
    {
        Description = "The address of a proxy in front, whose X-Forwarded headers are believed; may be repeated.",
    };
    private static readonly Option<string?> PathBase = new("--path-base")
    {
        Description = "Below which path it is reached, such as /inomya; the proxy passes it on.",
    };
    private static readonly Option<string?> Otlp = new("--otlp")
    {
        Description = "Where metrics and traces go (OTLP over HTTP), such as http://127.0.0.1:4318 (default: nowhere).",
    };
    private static readonly Option<string?> Log = new("--log")
    {
        Description = "How lines of the log look: text or json (default: text).",
    };

    public static Command AddHosting(this Command command)
    {
        foreach (var option in (Option[])[Host, Proxy, PathBase, Otlp, Log])
            command.Options.Add(option);
        return command;
    }

    /// <summary>The settings with what these options say.</summary>
    /// <exception cref="UsageException">One cannot be what it is meant to be.</exception>
    public static WebSettings With(this WebSettings settings, ParseResult call) =>
        settings with
        {
            AllowedHosts = [.. settings.AllowedHosts, .. (call.GetValue(Host) ?? []).Select(HostOf)],
            Proxies = [.. (call.GetValue(Proxy) ?? []).Select(ProxyOf)],
            PathBase = call.GetValue(PathBase) is { } path ? PathOf(path) : "",
            Telemetry = call.GetValue(Otlp) is { } address ? AddressOf(address) : null,
            JsonLogs = call.GetValue(Log) is { } log && IsJson(log),
        };

    private static string HostOf(string name) =>
        Uri.CheckHostName(name) != UriHostNameType.Unknown
            ? name
            : throw new UsageException($"--host {name}: that is no name of a host. It has no http:// and no port.");

    private static IPAddress ProxyOf(string address) =>
        IPAddress.TryParse(address, out var proxy)
            ? proxy
            : throw new UsageException($"--proxy {address}: that is no address, such as 127.0.0.1.");

    private static string PathOf(string path) =>
        Path().IsMatch(path)
            ? path
            : throw new UsageException(
                $"--path-base {path}: that is no path, such as /inomya. It begins with a slash and ends without one."
            );

    private static Uri AddressOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var to) && to.Scheme is "http" or "https"
            ? to
            : throw new UsageException($"--otlp {address}: that is no address, such as http://127.0.0.1:4318.");

    private static bool IsJson(string log) =>
        log switch
        {
            Json => true,
            Text => false,
            _ => throw new UsageException($"--log {log}: there is text and json."),
        };

    [GeneratedRegex("^(/[A-Za-z0-9._~-]+)+$")]
    private static partial Regex Path();
}
