using System.Data.Common;
using Npgsql;

namespace Inomya.Journals;

/// <inheritdoc/>
/// <remarks>The provider prepares by itself what is asked again on a connection of its pool.</remarks>
internal sealed class ServerAsking(NpgsqlDataSource source) : Asking
{
    private NpgsqlConnection? _connection;
    private NpgsqlCommand? _command;

    public override async Task<DbCommand> CommandAsync(string sql, CancellationToken stop)
    {
        _connection ??= await source.OpenConnectionAsync(stop);
        return _command = new NpgsqlCommand(sql, _connection);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_command is not null)
            await _command.DisposeAsync();
        if (_connection is not null)
            await _connection.DisposeAsync();
    }
}
