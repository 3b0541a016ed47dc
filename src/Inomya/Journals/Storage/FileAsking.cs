using System.Data.Common;

namespace Inomya.Journals;

/// <inheritdoc/>
internal sealed class FileAsking(FileReaders readers) : Asking
{
    private FileReaders.Reader? _reader;

    public override Task<DbCommand> CommandAsync(string sql, CancellationToken stop)
    {
        _reader ??= readers.Take();
        return Task.FromResult<DbCommand>(_reader.Command(sql));
    }

    public override ValueTask DisposeAsync()
    {
        if (_reader is not null)
            readers.GiveBack(_reader);
        _reader = null;
        return ValueTask.CompletedTask;
    }
}
