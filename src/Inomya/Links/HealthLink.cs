using System.Buffers.Text;
using System.Text.Json;
using NodaTime;

namespace Inomya.Links;

/// <summary>What a SMART Health Link says: where the data is, and the key to it.</summary>
/// <remarks>Source: SMART Health Cards and Links 1.0.0 (HL7), "Construct a SMART Health Link Payload".</remarks>
/// <param name="Url">The manifest, or the one file where <see cref="IsDirect"/>; at most 128 characters.</param>
/// <param name="Key">32 bytes.</param>
/// <param name="Expires">A hint for whoever reads it; null when it does not say.</param>
/// <param name="Flag">Letters in alphabetical order: L long-term, P passcode, U direct.</param>
/// <param name="Label">At most 80 characters.</param>
public sealed record HealthLink(Uri Url, byte[] Key, Instant? Expires, string Flag, string? Label)
{
    public const int MostUrl = 128;
    public const int MostLabel = 80;
    private const string Scheme = "shlink:/";

    /// <summary>The version of the protocol that we know.</summary>
    private const int Version = 1;

    /// <summary>In the year 5138 in seconds, and in 1973 in milliseconds: an example of the guide is in milliseconds.</summary>
    private const long Milliseconds = 100_000_000_000;

    /// <summary>It asks for a passcode.</summary>
    public bool HasPasscode => Flag.Contains('P', StringComparison.Ordinal);

    /// <summary>Its address is the file itself.</summary>
    public bool IsDirect => Flag.Contains('U', StringComparison.Ordinal);

    /// <summary>The whole link; whoever has it has the key.</summary>
    public string Write()
    {
        var payload = new Dictionary<string, object>
        {
            ["url"] = Url.AbsoluteUri,
            ["key"] = Base64Url.EncodeToString(Key),
        };
        if (Expires is { } expires)
            payload["exp"] = expires.ToUnixTimeSeconds();
        if (Flag.Length > 0)
            payload["flag"] = Flag;
        if (Label is not null)
            payload["label"] = Label;
        payload["v"] = Version;
        return Scheme + Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(payload));
    }

    private static LinkException NoLink(Exception? inner = null) => new(LinkProblem.NotALink, inner);

    /// <param name="written">As it was copied, with or without the address of a viewer before it.</param>
    /// <exception cref="LinkException">It is none.</exception>
    public static HealthLink Read(string written)
    {
        var start = written.LastIndexOf(Scheme, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            throw NoLink();
        try
        {
            using var payload = JsonDocument.Parse(
                Base64Url.DecodeFromChars(written[(start + Scheme.Length)..].Trim())
            );
            return Of(payload.RootElement);
        }
        catch (Exception e)
            when (e is FormatException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw NoLink(e);
        }
    }

    private static HealthLink Of(JsonElement payload)
    {
        RefuseNewer(payload);
        if (!Uri.TryCreate(payload.GetProperty("url").GetString(), UriKind.Absolute, out var url))
            throw NoLink();
        var (flag, label) = (TextIn(payload, "flag") ?? "", TextIn(payload, "label"));
        return new HealthLink(url, KeyIn(payload), ExpiresIn(payload), flag, label);
    }

    private static void RefuseNewer(JsonElement payload)
    {
        if (payload.TryGetProperty("v", out var version) && version.GetDouble() > Version)
            throw new LinkException(LinkProblem.Newer);
    }

    private static byte[] KeyIn(JsonElement payload)
    {
        var key = Base64Url.DecodeFromChars(payload.GetProperty("key").GetString());
        return key.Length == Jwe.KeyBytes ? key : throw NoLink();
    }

    private static Instant? ExpiresIn(JsonElement payload)
    {
        if (!payload.TryGetProperty("exp", out var exp) || exp.ValueKind != JsonValueKind.Number)
            return null;
        var at = Math.Clamp(exp.GetDouble(), 0, long.MaxValue / 2);
        return at < Milliseconds
            ? Instant.FromUnixTimeSeconds((long)at)
            : Instant.FromUnixTimeMilliseconds((long)Math.Min(at, 253402300799999));
    }

    private static string? TextIn(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
