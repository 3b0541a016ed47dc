using System.Data.Common;
using Npgsql;

namespace Inomya.Journals;

/// <inheritdoc/>
/// <remarks>
/// The provider prepares by itself what is asked again on a connection of its pool. Every question is bound to the
/// person.
/// </remarks>
internal sealed class ServerAsking(NpgsqlDataSource source, Guid person) : Asking
{
    private NpgsqlConnection? _connection;
    private NpgsqlCommand? _command;

    public override async Task<DbCommand> CommandAsync(string sql, CancellationToken stop)
    {
        _connection ??= await source.OpenConnectionAsync(stop);
        _command = new NpgsqlCommand(sql, _connection);
        PersonBinding.Bind(_command, person);
        return _command;
    }

    public override async Task<DbDataReader> ReadAsync(DbCommand command, CancellationToken stop)
    {
        var answers = await command.ExecuteReaderAsync(stop);
        await answers.NextResultAsync(stop);
        return answers;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_command is not null)
            await _command.DisposeAsync();
        if (_connection is not null)
            await _connection.DisposeAsync();
    }
}
