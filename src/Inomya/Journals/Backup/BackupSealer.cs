using System.Security.Cryptography;

namespace Inomya.Journals;

/// <summary>Encrypts what is written to it, chunk by chunk, in constant memory.</summary>
/// <remarks>
/// The STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár, 2015, doi:10.1007/978-3-662-47989-6_24) over
/// AES-256-GCM: the nonce of a chunk is its number and whether it is the last, the header is associated data of each.
/// So a chunk changed, moved, left out or cut off is noticed. Every backup has a key of its own (random salt), so
/// numbers may start at 0. Dispose writes the last chunk only after <see cref="Complete"/>.
/// </remarks>
internal sealed class BackupSealer(Stream file, byte[] key, byte[] header) : Stream
{
    private readonly AesGcm _aes = new(key, BackupChunk.TagBytes);
    private readonly byte[] _plain = new byte[BackupChunk.PlainBytes];
    private readonly byte[] _sealed = new byte[BackupChunk.PlainBytes + BackupChunk.TagBytes];
    private long _number;
    private int _filled;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            // a full chunk is sealed only when more follows: it may turn out to be the last
            if (_filled == _plain.Length)
                Seal(last: false);
            var taken = Math.Min(buffer.Length, _plain.Length - _filled);
            buffer[..taken].CopyTo(_plain.AsSpan(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <summary>Writes the last chunk: without it the file does not open.</summary>
    public void Complete() => Seal(last: true);

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _aes.Dispose();
        CryptographicOperations.ZeroMemory(_plain);
        base.Dispose(disposing);
    }

    private void Seal(bool last)
    {
        Span<byte> nonce = stackalloc byte[BackupChunk.NonceBytes];
        BackupChunk.Nonce(_number++, last, nonce);
        _aes.Encrypt(
            nonce,
            _plain.AsSpan(0, _filled),
            _sealed.AsSpan(0, _filled),
            _sealed.AsSpan(_filled, BackupChunk.TagBytes),
            header
        );
        file.Write(_sealed, 0, _filled + BackupChunk.TagBytes);
        _filled = 0;
    }
}
