using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Inomya.Importing;

/// <summary>What a bridge shows to be let in: whose journal, which bridge, and 256 random bits.</summary>
public readonly record struct BridgeToken(Guid Person, Guid Bridge, string Secret)
{
    private const string Mark = "inomya_";
    private const int IdBytes = 16;
    private const int SecretBytes = 32;

    public static BridgeToken New(Guid person, Guid bridge) =>
        new(person, bridge, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Null where it is none.</summary>
    public static BridgeToken? Read(string written) => BytesIn(written) is { } bytes ? Of(bytes) : null;

    private static byte[]? BytesIn(string written)
    {
        if (!written.StartsWith(Mark, StringComparison.Ordinal) || !Base64Url.IsValid(written.AsSpan(Mark.Length)))
            return null;
        var bytes = Base64Url.DecodeFromChars(written.AsSpan(Mark.Length));
        return bytes.Length == 2 * IdBytes + SecretBytes ? bytes : null;
    }

    private static BridgeToken Of(ReadOnlySpan<byte> bytes) =>
        new(
            new Guid(bytes[..IdBytes]),
            new Guid(bytes.Slice(IdBytes, IdBytes)),
            Base64Url.EncodeToString(bytes[(2 * IdBytes)..])
        );

    public byte[] Hash => SHA256.HashData(Encoding.ASCII.GetBytes(Secret));

    public override string ToString() =>
        Mark
        + Base64Url.EncodeToString([
            .. Person.ToByteArray(),
            .. Bridge.ToByteArray(),
            .. Base64Url.DecodeFromChars(Secret),
        ]);
}
