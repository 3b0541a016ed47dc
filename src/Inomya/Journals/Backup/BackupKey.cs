using System.Security.Cryptography;
using System.Text;
using Konscious.Security.Cryptography;

namespace Inomya.Journals;

/// <summary>What opens a backup: a recovery key or a passphrase.</summary>
public sealed class BackupKey
{
    private const int KeyBytes = 32,
        CheckBytes = 3;

    private readonly byte[] _secret;

    private BackupKey(BackupKeyKind kind, byte[] secret) => (Kind, _secret) = (kind, secret);

    public BackupKeyKind Kind { get; }

    /// <summary>A new random recovery key.</summary>
    public static BackupKey NewRecoveryKey() =>
        new(BackupKeyKind.RecoveryKey, RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>A passphrase; the same one however its accents were typed.</summary>
    /// <exception cref="BackupException">"empty-passphrase".</exception>
    public static BackupKey FromPassphrase(string passphrase) =>
        passphrase.Length == 0
            ? throw new BackupException("empty-passphrase")
            : new(BackupKeyKind.Passphrase, Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC)));

    /// <summary>
    /// A recovery key as it was written down: case, spaces and hyphens do not matter, O is 0, I and L are 1.
    /// </summary>
    /// <exception cref="BackupException">"not-a-key": too short, too long, or a slip in it.</exception>
    public static BackupKey FromPaper(string written)
    {
        var bytes = PaperLetters.Read(written, KeyBytes + CheckBytes);
        return bytes is not null && CheckOf(bytes.AsSpan(0, KeyBytes)).SequenceEqual(bytes.AsSpan(KeyBytes))
            ? new BackupKey(BackupKeyKind.RecoveryKey, bytes[..KeyBytes])
            : throw new BackupException("not-a-key");
    }

    /// <summary>A recovery key in groups of four, the last ones checking for a slip of the pen.</summary>
    /// <exception cref="InvalidOperationException">It is a passphrase.</exception>
    public string OnPaper()
    {
        if (Kind != BackupKeyKind.RecoveryKey)
            throw new InvalidOperationException("A passphrase is not written out.");
        return PaperLetters.Write([.. _secret, .. CheckOf(_secret)]);
    }

    /// <summary>The key of one backup's chunks, and what tells that the key was the right one.</summary>
    internal (byte[] Chunks, byte[] Check) Derive(BackupHeader header)
    {
        var master = Kind == BackupKeyKind.RecoveryKey ? _secret : Stretch(header);
        return (
            HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeyBytes, header.Salt, "inomya backup chunks"u8.ToArray()),
            HKDF.DeriveKey(
                HashAlgorithmName.SHA256,
                master,
                header.KeyCheck.Length,
                header.Salt,
                "inomya backup key check"u8.ToArray()
            )
        );
    }

    private byte[] Stretch(BackupHeader header)
    {
        using var argon2 = new Argon2id(_secret)
        {
            Salt = header.Salt,
            MemorySize = header.MemoryKib,
            Iterations = header.Passes,
            DegreeOfParallelism = header.Lanes,
        };
        return argon2.GetBytes(KeyBytes);
    }

    private static ReadOnlySpan<byte> CheckOf(ReadOnlySpan<byte> key) => SHA256.HashData(key).AsSpan(0, CheckBytes);
}
