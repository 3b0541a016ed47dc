using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Inomya.Journals;

/// <summary>A journal as it was when a backup of it was made, to compare the two.</summary>
public static class JournalAsOf
{
    /// <summary>What is counted: facts that are valid, days that have one, and changes.</summary>
    private static readonly (string Name, string Sql)[] Questions =
    [
        ("changes", "SELECT count(*) FROM changes"),
        ("entries", "SELECT count(*) FROM entries WHERE voided_by_id IS NULL"),
        ("days", "SELECT count(DISTINCT day) FROM entries WHERE voided_by_id IS NULL"),
        ("treatments", "SELECT count(*) FROM treatments WHERE voided_by_id IS NULL"),
        ("responses", "SELECT count(*) FROM responses WHERE voided_by_id IS NULL"),
    ];

    /// <summary>Copies a journal into a new file and takes back what was changed since the backup.</summary>
    /// <remarks>
    /// Facts are taken back one by one, since every version is kept. What is not kept in versions (settings, days worked
    /// out from samples, mails) is taken from the backup: how it was then, the journal does not know any more.
    /// </remarks>
    /// <param name="running">The journal; others may go on writing to it.</param>
    /// <param name="restored">The journal file that the backup holds, of the same schema.</param>
    /// <param name="file">The new file.</param>
    /// <exception cref="JournalStorageException">One of the two cannot be read.</exception>
    public static async Task WriteAsync(
        JournalPlace running,
        string restored,
        string file,
        CancellationToken stop = default
    )
    {
        try
        {
            await Backup.SnapshotAsync(running, file, of: null, stop);
            using var db = Open(file, SqliteOpenMode.ReadWrite);
            Run(db, "PRAGMA foreign_keys = OFF");
            // what keeps rows from being changed is for the journal; this is a copy to look at
            foreach (var trigger in Triggers(db))
                Run(db, $"DROP TRIGGER {trigger}");
            Run(db, "ATTACH $file AS backup", ("$file", restored));
            foreach (var table in JournalPlace.InFile(file).Model.GetEntityTypes())
                TakeBack(db, table);
            Run(db, "DELETE FROM changes WHERE id NOT IN (SELECT id FROM backup.changes)");
            Run(db, "DETACH backup");
        }
        catch (SqliteException e)
        {
            throw new JournalStorageException($"{running.Name}: it could not be compared. {e.Message}", e);
        }
    }

    /// <summary>What a journal file holds, in five numbers.</summary>
    public static IReadOnlyList<(string Name, long Count)> Counts(string file)
    {
        using var db = Open(file, SqliteOpenMode.ReadOnly);
        return [.. Questions.Select(q => (q.Name, Count(db, q.Sql)))];
    }

    private static void TakeBack(SqliteConnection db, IEntityType table)
    {
        var name = table.GetTableName();
        if (typeof(Recorded).IsAssignableFrom(table.ClrType))
        {
            Run(db, $"DELETE FROM {name} WHERE change_id NOT IN (SELECT id FROM backup.changes)");
            Run(db, $"UPDATE {name} SET voided_by_id = NULL WHERE voided_by_id NOT IN (SELECT id FROM backup.changes)");
        }
        else if (table.ClrType != typeof(Change))
        {
            var columns = string.Join(", ", table.GetProperties().Select(p => p.GetColumnName()));
            Run(db, $"DELETE FROM {name}");
            Run(db, $"INSERT INTO {name} ({columns}) SELECT {columns} FROM backup.{name}");
        }
    }

    private static List<string> Triggers(SqliteConnection db)
    {
        using var ask = db.CreateCommand();
        ask.CommandText = "SELECT name FROM sqlite_master WHERE type = 'trigger'";
        using var rows = ask.ExecuteReader();
        var names = new List<string>();
        while (rows.Read())
            names.Add(rows.GetString(0));
        return names;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var db = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );
        db.Open();
        return db;
    }

    /// <param name="sql">Names in it are from the model, not from input.</param>
    private static void Run(SqliteConnection db, string sql, params ReadOnlySpan<(string Name, string Value)> values)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    private static long Count(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
