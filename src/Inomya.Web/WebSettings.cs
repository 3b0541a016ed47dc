using System.Net;
using Inomya.Content;

namespace Inomya.Web;

/// <summary>How the web app is reached and where it finds things. The defaults suit one person on their own machine.</summary>
public sealed record WebSettings
{
    /// <summary>Reachable from this machine alone.</summary>
    public const string LocalUrl = "http://127.0.0.1:5080";

    /// <summary>What a proxy leads the public address to.</summary>
    public const string DoorUrl = "http://127.0.0.1:5081";

    /// <summary>Addresses to listen on, separated by semicolons; port 0 takes a free one.</summary>
    public string Urls { get; init; } = LocalUrl;

    /// <summary>Host names a request may carry besides localhost, 127.0.0.1 and [::1].</summary>
    /// <remarks>Any other name is refused, so that a strange web page cannot point its own name at this machine and read the journal.</remarks>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Where others reach what is given out, such as https://example.org; null: nothing is served to others.</summary>
    /// <remarks>A proxy must lead it to <see cref="PublicListen"/> and nowhere else: the usual address has no sign-in.</remarks>
    public Uri? PublicUrl { get; init; }

    /// <summary>The address that leads to what is given out and to nothing else; listened on where there is a public one.</summary>
    public string PublicListen { get; init; } = DoorUrl;

    /// <summary>Where the keys that sign forms are kept; null keeps them in memory, and forms open during a restart must be loaded again.</summary>
    public string? KeysFolder { get; init; }

    /// <summary>Where a file that was sent in waits until the person said what its columns mean; null takes the temporary folder.</summary>
    public string? UploadsFolder { get; init; }

    /// <summary>Below which path the app is reached, such as "/inomya"; empty where it has the host name to itself.</summary>
    /// <remarks>The proxy passes the path on as it came. Asked without it, the app answers as if it were at the root.</remarks>
    public string PathBase { get; init; } = "";

    /// <summary>Proxies in front, by their address; only their X-Forwarded-For, -Proto and -Host are believed.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>Where metrics and traces go (OTLP over HTTP); null sends none and measures none.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>Logs as one JSON object a line in place of text.</summary>
    public bool JsonLogs { get; init; }

    /// <summary>Where a file that was brought in is kept as it came, if the person said so; null keeps none and asks nobody.</summary>
    public string? KeptFolder { get; init; }

    /// <summary>Who has to sign in.</summary>
    public SignInRule SignIn { get; init; }

    /// <summary>A file of SHA-1 hashes of passwords that are known to everyone, sorted; null where the host has none.</summary>
    public string? BreachedPasswords { get; init; }

    /// <summary>Packs of help that others keep, read anew at each look and marked as theirs; null: none.</summary>
    public string? SupportFolder { get; init; }

    /// <summary>Content and words; null takes those shipped beside the program.</summary>
    public ContentFolder? Content { get; init; }
}
