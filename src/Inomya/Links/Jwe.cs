using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Inomya.Links;

/// <summary>JSON Web Encryption in compact form with a key that both sides have: "dir" and "A256GCM".</summary>
/// <remarks>
/// Sources: RFC 7516 (JWE) section 7.1, RFC 7518 (JWA) sections 4.5 and 5.3, RFC 1951 (DEFLATE); SMART Health Links 1.0.0,
/// "Encrypting and Decrypting Files".
/// </remarks>
public static class Jwe
{
    /// <summary>256 bits.</summary>
    public const int KeyBytes = 32;

    private static LinkException NotLocked(Exception? inner = null) => new(LinkProblem.NotLocked, inner);

    /// <summary>What is unpacked is never larger: a small file may hold a very large one of nothing.</summary>
    public const int MostBytes = 64 << 20;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Parts = 5;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <param name="contentType">What it is, such as application/fhir+json; anybody who has the file can read this.</param>
    public static string Lock(ReadOnlySpan<byte> key, byte[] plain, string contentType)
    {
        var head = Base64Url.EncodeToString(HeaderOf(contentType));
        var packed = Packed(plain);
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var (locked, tag) = (new byte[packed.Length], new byte[TagBytes]);
        using var gcm = new AesGcm(key, TagBytes);
        gcm.Encrypt(nonce, packed, locked, tag, Encoding.ASCII.GetBytes(head));
        return $"{head}..{Base64Url.EncodeToString(nonce)}.{Base64Url.EncodeToString(locked)}.{Base64Url.EncodeToString(tag)}";
    }

    private static byte[] HeaderOf(string contentType) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                alg = "dir",
                enc = "A256GCM",
                cty = contentType,
                zip = "DEF",
            }
        );

    /// <returns>What was in it, and what it is.</returns>
    /// <exception cref="LinkException">It is no such file, the key is another, or it was changed.</exception>
    public static (byte[] Plain, string? ContentType) Unlock(ReadOnlySpan<byte> key, string written)
    {
        var parts = written.Trim().Split('.');
        if (parts.Length != Parts || parts[1].Length > 0)
            throw NotLocked();
        try
        {
            return Unlock(key, parts);
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidDataException or ArgumentException)
        {
            throw NotLocked(e);
        }
        catch (CryptographicException e)
        {
            throw new LinkException(LinkProblem.WrongKey, e);
        }
    }

    private static (byte[], string?) Unlock(ReadOnlySpan<byte> key, string[] parts)
    {
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
        if (!IsKnown(header))
            throw NotLocked();
        var locked = Base64Url.DecodeFromChars(parts[3]);
        var plain = new byte[locked.Length];
        using var gcm = new AesGcm(key, TagBytes);
        var (nonce, tag) = (Base64Url.DecodeFromChars(parts[2]), Base64Url.DecodeFromChars(parts[4]));
        gcm.Decrypt(nonce, locked, tag, plain, Encoding.ASCII.GetBytes(parts[0]));
        return (Of(header, "zip") is null ? plain : Unpacked(plain), Of(header, "cty"));
    }

    private static bool IsKnown(JsonDocument header) =>
        header.RootElement.ValueKind == JsonValueKind.Object
        && Of(header, "alg") == "dir"
        && Of(header, "enc") == "A256GCM"
        && Of(header, "zip") is null or "DEF";

    private static string? Of(JsonDocument header, string name) =>
        header.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static byte[] Packed(byte[] plain)
    {
        using var to = new MemoryStream();
        using (var deflate = new DeflateStream(to, CompressionLevel.Optimal))
            deflate.Write(plain);
        return to.ToArray();
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var deflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var to = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = deflate.Read(buffer)) > 0; to.Write(buffer, 0, read))
            if (to.Length + read > MostBytes)
                throw new LinkException(LinkProblem.TooLarge);
        return to.ToArray();
    }
}
