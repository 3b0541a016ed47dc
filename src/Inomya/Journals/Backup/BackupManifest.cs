using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Inomya.Journals;

/// <summary>What a backup says it holds.</summary>
/// <param name="Inomya">The version that made it.</param>
/// <param name="MadeAt">When, as ISO 8601.</param>
public sealed record BackupManifest(string Inomya, string MadeAt, IReadOnlyList<BackupTable> Tables)
{
    private const int MostBytes = 1 << 20;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public long Rows => Tables.Sum(t => t.Rows);

    /// <summary>Counts and hashes what a journal file holds, whichever version wrote it.</summary>
    /// <remarks>
    /// Reads SQL, not the model: a backup of an older schema is checked before it is brought up to date.
    /// </remarks>
    internal static BackupManifest Of(string file, Instant at, CancellationToken stop)
    {
        using var db = OpenToRead(file);
        var tables = new List<BackupTable>();
        foreach (var name in Names(db))
            tables.Add(TableOf(db, name, stop));
        return new BackupManifest(
            typeof(BackupManifest).Assembly.GetName().Version!.ToString(3),
            at.ToString(),
            tables
        );
    }

    private static SqliteConnection OpenToRead(string file)
    {
        var db = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        db.Open();
        return db;
    }

    internal void Write(Stream to)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(this, Json);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        to.Write(length);
        to.Write(bytes);
    }

    internal static BackupManifest Read(Stream from)
    {
        try
        {
            var bytes = new byte[ReadLength(from)];
            from.ReadExactly(bytes);
            return JsonSerializer.Deserialize<BackupManifest>(bytes, Json) ?? throw new BackupException("damaged");
        }
        catch (Exception e) when (e is JsonException or EndOfStreamException or InvalidDataException)
        {
            throw new BackupException("damaged", e);
        }
    }

    private static int ReadLength(Stream from)
    {
        Span<byte> length = stackalloc byte[4];
        from.ReadExactly(length);
        return BinaryPrimitives.ReadInt32BigEndian(length) is > 0 and < MostBytes and var n
            ? n
            : throw new BackupException("damaged");
    }

    private static List<string> Names(SqliteConnection db)
    {
        using var list = db.CreateCommand();
        // what EF keeps for itself (its history and its lock) is not the person's
        list.CommandText =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY name";
        using var rows = list.ExecuteReader();
        var names = new List<string>();
        while (rows.Read())
            names.Add(rows.GetString(0));
        return names;
    }

    private static BackupTable TableOf(SqliteConnection db, string name, CancellationToken stop)
    {
        using var all = db.CreateCommand();
        all.CommandText = $"SELECT * FROM \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        using var rows = all.ExecuteReader();
        using var sum = new BackupRowSum();
        var columns = ColumnsOf(rows);
        while (rows.Read())
        {
            stop.ThrowIfCancellationRequested();
            foreach (var (at, column) in columns)
                sum.Add(column, rows.GetValue(at));
            sum.EndRow();
        }
        return new BackupTable(name, sum.Rows, sum.ToString());
    }

    /// <summary>By name: a table that grew by migrations has its columns in another order than a new one.</summary>
    private static (int At, byte[] Name)[] ColumnsOf(SqliteDataReader rows) =>
        [
            .. Enumerable
                .Range(0, rows.FieldCount)
                .OrderBy(rows.GetName, StringComparer.Ordinal)
                .Select(at => (at, Encoding.UTF8.GetBytes(rows.GetName(at)))),
        ];
}
