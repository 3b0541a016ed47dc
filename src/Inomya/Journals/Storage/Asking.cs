using System.Data.Common;

namespace Inomya.Journals;

/// <summary>A connection on which questions are asked, for as long as the answers are read.</summary>
internal abstract class Asking : IAsyncDisposable
{
    /// <summary>A command with this text and no parameters yet; prepared where it was asked before.</summary>
    public abstract Task<DbCommand> CommandAsync(string sql, CancellationToken stop);

    /// <summary>The answers to it, the first one first.</summary>
    public virtual Task<DbDataReader> ReadAsync(DbCommand command, CancellationToken stop) =>
        command.ExecuteReaderAsync(stop);

    public abstract ValueTask DisposeAsync();
}
