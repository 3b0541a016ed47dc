using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Inomya.Journals;

/// <summary>
/// The first bytes of a backup: how its key is made. Everything after it is authenticated together with it.
/// </summary>
/// <remarks>
/// "INOMYABK", version, key kind, Argon2id memory (KiB), passes and lanes, 16 bytes of salt, 8 bytes that tell a wrong
/// key from a damaged file. Argon2id with 64 MiB, 3 passes and 4 lanes is the second choice of RFC 9106, section 4, for
/// machines with little memory.
/// </remarks>
internal sealed record BackupHeader(
    BackupKeyKind Kind,
    int MemoryKib,
    int Passes,
    int Lanes,
    byte[] Salt,
    byte[] KeyCheck
)
{
    public const int Length = 46;
    private const byte Version = 1;
    private const int UsualMemoryKib = 64 * 1024,
        UsualPasses = 3,
        UsualLanes = 4;

    /// <summary>A header asking for more than these would only be meant to exhaust the machine.</summary>
    private const int MostMemoryKib = 1024 * 1024,
        MostPasses = 64,
        MostLanes = 64;

    private static ReadOnlySpan<byte> Magic => "INOMYABK"u8;

    /// <summary>The header of a new backup with this key, and the key of its chunks.</summary>
    public static (BackupHeader Header, byte[] Key) New(BackupKey key)
    {
        var header = new BackupHeader(
            key.Kind,
            UsualMemoryKib,
            UsualPasses,
            UsualLanes,
            RandomNumberGenerator.GetBytes(16),
            new byte[8]
        );
        var (chunks, check) = key.Derive(header);
        return (header with { KeyCheck = check }, chunks);
    }

    /// <summary>The key of the chunks.</summary>
    /// <exception cref="BackupException">"wrong-key".</exception>
    public byte[] KeyOf(BackupKey key)
    {
        if (key.Kind != Kind)
            throw new BackupException(Kind == BackupKeyKind.Passphrase ? "needs-passphrase" : "needs-recovery-key");
        var (chunks, check) = key.Derive(this);
        return CryptographicOperations.FixedTimeEquals(check, KeyCheck)
            ? chunks
            : throw new BackupException("wrong-key");
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        Magic.CopyTo(bytes);
        (bytes[8], bytes[9]) = (Version, (byte)Kind);
        Put(10, MemoryKib);
        Put(14, Passes);
        Put(18, Lanes);
        Salt.CopyTo(bytes, 22);
        KeyCheck.CopyTo(bytes, 38);
        return bytes;

        void Put(int at, int number) => BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), number);
    }

    /// <exception cref="BackupException">"not-a-backup" or "newer".</exception>
    public static BackupHeader Read(Stream file)
    {
        var bytes = new byte[Length];
        if (file.ReadAtLeast(bytes, Length, throwOnEndOfStream: false) < Length || !bytes.AsSpan().StartsWith(Magic))
            throw new BackupException("not-a-backup");
        if (bytes[8] > Version)
            throw new BackupException("newer");
        var header = FromBytes(bytes);
        return header.IsSane && bytes[8] == Version ? header : throw new BackupException("damaged");
    }

    private static BackupHeader FromBytes(byte[] bytes) =>
        new(
            (BackupKeyKind)bytes[9],
            BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(10)),
            BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(14)),
            BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(18)),
            bytes[22..38],
            bytes[38..]
        );

    private bool IsSane =>
        Enum.IsDefined(Kind)
        && Passes is > 0 and <= MostPasses
        && Lanes is > 0 and <= MostLanes
        && MemoryKib >= 8 * Lanes
        && MemoryKib <= MostMemoryKib;
}
