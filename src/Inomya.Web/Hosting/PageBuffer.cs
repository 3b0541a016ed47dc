using System.Text;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Hosting;

/// <summary>Holds an answer back where it is a page; all else goes through as it is written, however long.</summary>
/// <param name="sent">What the answer is written to.</param>
internal sealed class PageBuffer(HttpResponse response, Stream sent) : Stream
{
    private readonly MemoryStream _page = new();
    private bool? _isPage;

    /// <summary>The page that was written; null where the answer was none.</summary>
    public string? Text => _isPage == true ? Encoding.UTF8.GetString(_page.GetBuffer(), 0, (int)_page.Length) : null;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>A page that is shown; one that is kept as a file has no addresses of ours.</summary>
    private Stream To => (_isPage ??= IsPage()) ? _page : sent;

    private bool IsPage() =>
        response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true
        && response.Headers.ContentDisposition.Count == 0;

    public override void Write(byte[] buffer, int offset, int count) => To.Write(buffer, offset, count);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        To.WriteAsync(buffer, offset, count, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        To.WriteAsync(buffer, cancellationToken);

    public override void Flush()
    {
        if (_isPage == false)
            sent.Flush();
    }

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        _isPage == false ? sent.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _page.Dispose();
        base.Dispose(disposing);
    }
}
