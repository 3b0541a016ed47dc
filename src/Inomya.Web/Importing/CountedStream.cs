namespace Inomya.Web.Importing;

/// <summary>Reads a file and knows how far it came. What is read a second time counts once.</summary>
internal sealed class CountedStream(Stream inner) : Stream
{
    private long _furthest;

    /// <summary>Bytes from the start to the last one that was read; may be asked from another thread.</summary>
    public long Furthest => Interlocked.Read(ref _furthest);

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var from = inner.Position;
        var read = inner.Read(buffer);
        // an archive is looked at from its end first: that is not how far one came
        if (from <= _furthest)
            Interlocked.Exchange(ref _furthest, Math.Max(_furthest, from + read));
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
