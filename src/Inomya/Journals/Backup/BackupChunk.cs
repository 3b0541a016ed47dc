using System.Buffers.Binary;

namespace Inomya.Journals;

/// <summary>The sizes both sides agree on.</summary>
internal static class BackupChunk
{
    public const int PlainBytes = 64 * 1024,
        TagBytes = 16,
        NonceBytes = 12;

    public static void Nonce(long number, bool last, Span<byte> nonce)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        nonce[^1] = (byte)(last ? 1 : 0);
    }
}
