using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Inomya.Journals;

/// <summary>Puts many rows into a table: a prepared statement on SQLite, COPY on PostgreSQL.</summary>
/// <remarks>
/// The table, its columns and conversions are those of the EF model; only the change tracker is left out, which costs
/// several times the insert itself on an import. Must run inside a transaction of the same context.
/// </remarks>
internal static class RowWriter
{
    /// <param name="replace">
    /// A row whose key is there already takes its place; otherwise such a row is an error.
    /// </param>
    public static async Task InsertAsync<T>(JournalDb db, IEnumerable<T> rows, bool replace, CancellationToken stop)
        where T : class
    {
        var table = new Table<T>(db.Model.FindEntityType(typeof(T))!);
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
            await CopyAsync(postgres, table, rows, replace, stop);
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

    private static async Task CopyAsync<T>(
        NpgsqlConnection connection,
        Table<T> table,
        IEnumerable<T> rows,
        bool replace,
        CancellationToken stop
    )
        where T : class
    {
        var target = replace ? $"incoming_{table.Name}" : table.Name;
        if (replace)
            await ExecuteAsync(connection, $"CREATE TEMP TABLE {target} (LIKE {table.Name}) ON COMMIT DROP", stop);
        await using (
            var copy = await connection.BeginBinaryImportAsync(
                $"COPY {target} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)",
                stop
            )
        )
        {
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
        if (!replace)
            return;
        await ExecuteAsync(
            connection,
            $"INSERT INTO {table.Name} ({table.ColumnList}) SELECT {table.ColumnList} FROM {target}{table.OnConflict(true)}",
            stop
        );
        await ExecuteAsync(connection, $"DROP TABLE {target}", stop);
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
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
