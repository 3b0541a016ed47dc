using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Inomya.Journals;

/// <summary>
/// Puts rows into a table: by a prepared statement on SQLite; on PostgreSQL few in one round trip, many by COPY.
/// </summary>
/// <remarks>
/// The table, its columns and conversions are those of the EF model; only the change tracker is left out, which costs
/// several times the insert itself on an import. Must run inside a transaction of the same context.
/// </remarks>
internal static class RowWriter
{
    /// <summary>Up to so many rows go in one round trip, each as a statement; more are copied.</summary>
    private const int Few = 100;

    /// <param name="replace">
    /// A row whose key is there already takes its place; otherwise such a row is an error.
    /// </param>
    public static async Task InsertAsync<T>(JournalDb db, IEnumerable<T> rows, bool replace, CancellationToken stop)
        where T : class
    {
        var table = new Table<T>(db.Model.FindEntityType(typeof(T))!);
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
            await InsertIntoServerAsync(postgres, PersonIn(db), table, rows, replace, stop);
        else
            await InsertPreparedAsync((SqliteConnection)db.Database.GetDbConnection(), db, table, rows, replace, stop);
    }

    private static async Task InsertPreparedAsync<T>(
        SqliteConnection connection,
        JournalDb db,
        Table<T> table,
        IEnumerable<T> rows,
        bool replace,
        CancellationToken stop
    )
        where T : class
    {
        await using var insert = connection.CreateCommand();
        insert.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        insert.CommandText =
            $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))}){table.OnConflict(replace)}";
        var parameters = table
            .Columns.Select((_, i) => insert.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" }))
            .ToArray();
        await insert.PrepareAsync(stop);
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            for (var i = 0; i < parameters.Length; i++)
                parameters[i].Value = table.Columns[i].ValueOf(row) ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync(stop);
        }
    }

    /// <summary>A server takes no row that is not the bound person's.</summary>
    private static Guid PersonIn(JournalDb db) =>
        db.Person ?? throw new InvalidOperationException("The tables were opened for nobody's rows.");

    private static async Task InsertIntoServerAsync<T>(
        NpgsqlConnection connection,
        Guid person,
        Table<T> table,
        IEnumerable<T> rows,
        bool replace,
        CancellationToken stop
    )
        where T : class
    {
        using var next = rows.GetEnumerator();
        var first = new List<T>();
        while (first.Count <= Few && next.MoveNext())
            first.Add(next.Current);
        if (first.Count <= Few)
            await InsertFewAsync(connection, person, table, first, replace, stop);
        else
            await CopyAsync(connection, person, table, first.Concat(Rest(next)), replace, stop);
    }

    private static IEnumerable<T> Rest<T>(IEnumerator<T> rows)
    {
        while (rows.MoveNext())
            yield return rows.Current;
    }

    private static async Task InsertFewAsync<T>(
        NpgsqlConnection connection,
        Guid person,
        Table<T> table,
        List<T> rows,
        bool replace,
        CancellationToken stop
    )
        where T : class
    {
        if (rows.Count == 0)
            return;
        var values = string.Join(", ", table.Columns.Select((_, i) => $"${i + 1}"));
        var sql = $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({values}){table.OnConflict(replace)}";
        await using var batch = new NpgsqlBatch(connection);
        PersonBinding.Bind(batch, person);
        foreach (var row in rows)
        {
            var insert = new NpgsqlBatchCommand(sql);
            foreach (var column in table.Columns)
                insert.Parameters.Add(
                    new NpgsqlParameter { DataTypeName = column.StoreType, Value = column.ValueOf(row) ?? DBNull.Value }
                );
            batch.BatchCommands.Add(insert);
        }
        await batch.ExecuteNonQueryAsync(stop);
    }

    /// <summary>
    /// By way of a table of this connection: into one that keeps people apart nothing can be copied, only inserted.
    /// </summary>
    private static async Task CopyAsync<T>(
        NpgsqlConnection connection,
        Guid person,
        Table<T> table,
        IEnumerable<T> rows,
        bool replace,
        CancellationToken stop
    )
        where T : class
    {
        var incoming = $"incoming_{table.Name}";
        await using var make = new NpgsqlCommand(
            $"CREATE TEMP TABLE {incoming} (LIKE {table.Name}) ON COMMIT DROP",
            connection
        );
        await make.ExecuteNonQueryAsync(stop);
        await FillAsync(connection, incoming, table, rows, stop);
        await using var take = new NpgsqlCommand(
            $"""
            INSERT INTO {table.Name} ({table.ColumnList}) SELECT {table.ColumnList} FROM {incoming}{table.OnConflict(
                replace
            )};
            DROP TABLE {incoming}
            """,
            connection
        );
        PersonBinding.Bind(take, person);
        await take.ExecuteNonQueryAsync(stop);
    }

    private static async Task FillAsync<T>(
        NpgsqlConnection connection,
        string incoming,
        Table<T> table,
        IEnumerable<T> rows,
        CancellationToken stop
    )
        where T : class
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {incoming} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)",
            stop
        );
        foreach (var row in rows)
        {
            await copy.StartRowAsync(stop);
            foreach (var column in table.Columns)
                if (column.ValueOf(row) is { } value)
                    await copy.WriteAsync(value, column.StoreType, stop);
                else
                    await copy.WriteNullAsync(stop);
        }
        await copy.CompleteAsync(stop);
    }

    /// <summary>A table of the model: names are ours, from the code, never from input.</summary>
    private sealed class Table<T>(IEntityType type)
        where T : class
    {
        public string Name { get; } = type.GetTableName()!;
        public Column<T>[] Columns { get; } = [.. type.GetProperties().Select(p => new Column<T>(p))];
        public string ColumnList => string.Join(", ", Columns.Select(c => c.Name));

        public string OnConflict(bool replace)
        {
            if (!replace)
                return "";
            var key = type.FindPrimaryKey()!.Properties.Select(p => $"\"{p.GetColumnName()}\"").ToHashSet();
            var sets = Columns.Where(c => !key.Contains(c.Name)).Select(c => $"{c.Name} = excluded.{c.Name}");
            return $" ON CONFLICT ({string.Join(", ", key)}) DO UPDATE SET {string.Join(", ", sets)}";
        }
    }

    private sealed class Column<T>(IProperty property)
        where T : class
    {
        private readonly PropertyInfo _read = property.PropertyInfo!;
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = $"\"{property.GetColumnName()}\"";

        public string StoreType { get; } = property.GetColumnType();

        public object? ValueOf(T row)
        {
            var value = _read.GetValue(row);
            return value is null || _convert is null ? value : _convert(value);
        }
    }
}
