using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Inomya.Journals;

/// <summary>Connections to one SQLite file that stay open, each with the statements it has prepared.</summary>
/// <remarks>
/// The pool of the provider keeps connections, but not what they prepared: a page that asks a dozen questions would
/// have them all prepared anew at each view.
/// </remarks>
internal sealed class FileReaders(string connection)
{
    /// <summary>Statements of a connection; those of the pages are a dozen, and nobody makes them up as they go.</summary>
    private const int MostStatements = 64;

    private static readonly ConcurrentDictionary<string, FileReaders> ByConnection = new(StringComparer.Ordinal);

    private readonly ConcurrentBag<Reader> _idle = [];
    private int _closings;

    /// <summary>The ones of this connection string, for everyone in this process.</summary>
    public static FileReaders Of(string connection) => ByConnection.GetOrAdd(connection, c => new FileReaders(c));

    /// <summary>Closes those of every file.</summary>
    public static void CloseAll()
    {
        foreach (var readers in ByConnection.Values)
            readers.Close();
    }

    /// <summary>Closes them; one that is reading now closes when it has read.</summary>
    public void Close()
    {
        Interlocked.Increment(ref _closings);
        while (_idle.TryTake(out var reader))
            reader.Connection.Dispose();
    }

    /// <summary>One for oneself, until it is given back.</summary>
    public Reader Take() => _idle.TryTake(out var idle) ? idle : Open();

    private Reader Open()
    {
        var reader = new Reader(new SqliteConnection(connection), _closings);
        reader.Connection.Open();
        return reader;
    }

    /// <summary>For the next; its answer has been read or left.</summary>
    public void GiveBack(Reader reader)
    {
        if (reader.Closings == Volatile.Read(ref _closings) && reader.Statements < MostStatements)
            _idle.Add(reader);
        else
            reader.Connection.Dispose();
    }

    /// <summary>One connection.</summary>
    /// <param name="Connection">Open.</param>
    /// <param name="Closings">How often the files had been closed when it was opened.</param>
    public sealed record Reader(SqliteConnection Connection, int Closings)
    {
        private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

        /// <summary>Statements that it prepared so far.</summary>
        public int Statements => _prepared.Count;

        /// <summary>Prepared the first time it is asked for; without parameters.</summary>
        public SqliteCommand Command(string sql)
        {
            if (!_prepared.TryGetValue(sql, out var command))
            {
                command = Connection.CreateCommand();
                command.CommandText = sql;
                _prepared.Add(sql, command);
            }
            command.Parameters.Clear();
            return command;
        }
    }
}
