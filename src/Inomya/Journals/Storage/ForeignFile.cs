using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Inomya.Journals;

/// <summary>A SQLite file that another program wrote: copied to a private place, only read, and deleted when closed.</summary>
public sealed class ForeignFile : IDisposable
{
    private readonly string _folder;
    private readonly SqliteConnection _connection;

    private ForeignFile(string folder, SqliteConnection connection) => (_folder, _connection) = (folder, connection);

    /// <exception cref="InvalidDataException">It is no database of SQLite, or a broken one.</exception>
    public static ForeignFile Open(Stream file)
    {
        var folder = Directory.CreateTempSubdirectory("inomya-read-").FullName;
        try
        {
            var copy = Path.Combine(folder, "read.db");
            using (var to = PrivateFile.Create(copy))
                file.CopyTo(to);
            var opened = new ForeignFile(folder, Connect(copy));
            _ = opened.Tables;
            return opened;
        }
        catch (SqliteException broken)
        {
            Directory.Delete(folder, recursive: true);
            throw Broken(broken);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        return connection;
    }

    /// <summary>The names of its tables; views are none, since they could hold anything.</summary>
    public IReadOnlyList<string> Tables =>
        [.. Rows("SELECT name AS name FROM sqlite_master WHERE type = 'table' ORDER BY name").Select(r => r["name"])];

    /// <summary>The rows of a table, each cell as text by its column; null is empty.</summary>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public IEnumerable<IReadOnlyDictionary<string, string>> RowsOf(string table) =>
        Rows($"SELECT * FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");

    private IEnumerable<Dictionary<string, string>> Rows(string question)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // the name of a table is quoted and comes from the file's own list of tables
        command.CommandText = question;
#pragma warning restore CA2100
        using var reader = Try(command.ExecuteReader);
        while (Try(reader.Read))
            yield return RowOf(reader);
    }

    private static Dictionary<string, string> RowOf(SqliteDataReader reader)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < reader.FieldCount; i++)
            row[reader.GetName(i)] = TextOf(Try(() => reader.GetValue(i)));
        return row;
    }

    private static string TextOf(object value) =>
        value switch
        {
            byte[] bytes => System.Convert.ToHexString(bytes),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            string text => text,
            _ => "",
        };

    private static T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException broken)
        {
            throw Broken(broken);
        }
    }

    private static InvalidDataException Broken(SqliteException broken) => new(broken.Message, broken);

    public void Dispose()
    {
        _connection.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
