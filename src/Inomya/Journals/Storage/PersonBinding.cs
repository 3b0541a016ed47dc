using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Inomya.Journals;

/// <summary>Says whose rows a statement is about, to the server that keeps people apart.</summary>
/// <remarks>
/// It goes before the statement, in the same round trip and the same transaction, and ends with that transaction:
/// a connection that goes back to its pool, in whatever state, has nobody bound. Setting it for the session instead
/// would leave it there whenever the reset is skipped.
/// </remarks>
internal sealed class PersonBinding : DbCommandInterceptor
{
    /// <summary>The setting that the policies of every table read.</summary>
    public const string Setting = "inomya.person";

    private const string Parameter = "inomya_person",
        Whose = $"SELECT set_config('{Setting}', @{Parameter}, true)";

    /// <summary>The statement is about this person. Its own answer comes after one more, which is to be skipped.</summary>
    public static void Bind(NpgsqlCommand command, Guid person)
    {
        command.CommandText = $"{Whose};\n{command.CommandText}";
        command.Parameters.Add(Of(person));
    }

    /// <summary>The statements that are added after it are about this person.</summary>
    public static void Bind(NpgsqlBatch batch, Guid person) =>
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Whose) { Parameters = { Of(person) } });

    private static NpgsqlParameter<string> Of(Guid person) => new(Parameter, person.ToString());

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Bind(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => new(ReaderExecuting(command, eventData, result));

    public override DbDataReader ReaderExecuted(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result
    )
    {
        if (PersonOf(eventData) is not null)
            result.NextResult();
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        if (PersonOf(eventData) is not null)
            await result.NextResultAsync(cancellationToken);
        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    )
    {
        Bind(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => new(NonQueryExecuting(command, eventData, result));

    private static void Bind(DbCommand command, CommandEventData eventData)
    {
        if (PersonOf(eventData) is { } person)
            Bind((NpgsqlCommand)command, person);
    }

    private static Guid? PersonOf(DbContextEventData eventData) => (eventData.Context as JournalDb)?.Person;
}
