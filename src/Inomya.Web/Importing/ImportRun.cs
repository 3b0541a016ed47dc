namespace Inomya.Web.Importing;

/// <summary>One file that is being brought in, or waits for it: how far it is, and the way to put it back.</summary>
internal sealed class ImportRun : IDisposable
{
    /// <summary>Before, what it took so far says little of what it will take.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _putBack = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile CountedStream? _file;
    private volatile bool _isWriting;
    private long _begun;

    /// <summary>The person put it back.</summary>
    public CancellationToken PutBack => _putBack.Token;

    /// <summary>Ends when nothing more comes of it.</summary>
    public Task Ended => _ended.Task;

    public void Cancel() => _putBack.Cancel();

    public void Begin(CountedStream file, TimeProvider time)
    {
        _begun = time.GetTimestamp();
        _file = file;
    }

    public void Write() => _isWriting = true;

    public void End() => _ended.TrySetResult();

    /// <summary>Null while it waits for its turn.</summary>
    public ImportProgress? Progress(TimeProvider time)
    {
        if (_file is not { } file)
            return null;
        try
        {
            var (read, all) = (file.Furthest, file.Length);
            return new ImportProgress(read, all, LeftOf(read, all, time.GetElapsedTime(_begun)), _isWriting);
        }
        catch (ObjectDisposedException)
        {
            return null; // it ended just now
        }
    }

    public void Dispose() => _putBack.Dispose();

    private static TimeSpan? LeftOf(long read, long all, TimeSpan taken) =>
        read == 0 || taken < Soon ? null : taken * ((double)(all - read) / read);
}
