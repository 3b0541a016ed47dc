using System.Security.Cryptography;

namespace Inomya.Journals;

/// <summary>Reads what <see cref="BackupSealer"/> wrote; hands out no byte that was not checked.</summary>
internal sealed class BackupOpener(Stream file, byte[] key, byte[] header) : Stream
{
    private readonly AesGcm _aes = new(key, BackupChunk.TagBytes);
    private readonly byte[] _plain = new byte[BackupChunk.PlainBytes];
    private byte[] _this = new byte[BackupChunk.PlainBytes + BackupChunk.TagBytes];
    private byte[] _next = new byte[BackupChunk.PlainBytes + BackupChunk.TagBytes];
    private int _nextLength = -1,
        _at,
        _filled;
    private long _number;
    private bool _ended;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="BackupException">"damaged".</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_at == _filled)
        {
            if (_ended)
                return 0;
            Open();
        }
        var given = Math.Min(buffer.Length, _filled - _at);
        _plain.AsSpan(_at, given).CopyTo(buffer);
        _at += given;
        return given;
    }

    public override void Flush() { }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _aes.Dispose();
        CryptographicOperations.ZeroMemory(_plain);
        base.Dispose(disposing);
    }

    private void Open()
    {
        if (_nextLength < 0)
            ReadNext();
        (_this, _next) = (_next, _this);
        var length = _nextLength - BackupChunk.TagBytes;
        if (length < 0)
            throw new BackupException("damaged");
        ReadNext();
        _ended = _nextLength == 0;
        Decrypt(length);
        (_at, _filled) = (0, length);
    }

    private void ReadNext() => _nextLength = file.ReadAtLeast(_next, _next.Length, throwOnEndOfStream: false);

    private void Decrypt(int length)
    {
        Span<byte> nonce = stackalloc byte[BackupChunk.NonceBytes];
        BackupChunk.Nonce(_number++, _ended, nonce);
        try
        {
            _aes.Decrypt(
                nonce,
                _this.AsSpan(0, length),
                _this.AsSpan(length, BackupChunk.TagBytes),
                _plain.AsSpan(0, length),
                header
            );
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new BackupException("damaged", e);
        }
    }
}
