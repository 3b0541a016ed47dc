using System.Buffers.Binary;
using System.Security.Cryptography;
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
        using var db = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        db.Open();
        var tables = new List<BackupTable>();
        foreach (var name in Names(db))
            tables.Add(TableOf(db, name, stop));
        return new BackupManifest(
            typeof(BackupManifest).Assembly.GetName().Version!.ToString(3),
            at.ToString(),
            tables
        );
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
            Span<byte> length = stackalloc byte[4];
            from.ReadExactly(length);
            var bytes = new byte[
                BinaryPrimitives.ReadInt32BigEndian(length) is > 0 and < MostBytes and var n
                    ? n
                    : throw new BackupException("damaged")
            ];
            from.ReadExactly(bytes);
            return JsonSerializer.Deserialize<BackupManifest>(bytes, Json) ?? throw new BackupException("damaged");
        }
        catch (Exception e) when (e is JsonException or EndOfStreamException or InvalidDataException)
        {
            throw new BackupException("damaged", e);
        }
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
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // columns by name: a table that grew by migrations has them in another order than a new one
        var columns = Enumerable.Range(0, rows.FieldCount).OrderBy(rows.GetName, StringComparer.Ordinal).ToArray();
        var names = columns.Select(c => Encoding.UTF8.GetBytes(rows.GetName(c))).ToArray();
        var sum = new ulong[4];
        Span<byte> row = stackalloc byte[32];
        long count = 0;
        for (; rows.Read(); count++)
        {
            stop.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Length; i++)
            {
                Append(hash, names[i]);
                Append(hash, rows.GetValue(columns[i]));
            }
            hash.GetHashAndReset(row);
            for (var i = 0; i < sum.Length; i++)
                sum[i] = unchecked(sum[i] + BinaryPrimitives.ReadUInt64BigEndian(row[(8 * i)..]));
        }
        return new BackupTable(name, count, string.Concat(sum.Select(s => s.ToString("x16", null))));
    }

    /// <summary>A value with its type and length in front, so that no two rows read alike.</summary>
    private static void Append(IncrementalHash hash, object value)
    {
        var (type, bytes) = value switch
        {
            long n => ((byte)'i', BitConverter.GetBytes(n)),
            double x => ((byte)'r', BitConverter.GetBytes(x)),
            string s => ((byte)'t', Encoding.UTF8.GetBytes(s)),
            byte[] b => ((byte)'b', b),
            _ => ((byte)'0', []),
        };
        Span<byte> head = stackalloc byte[5];
        head[0] = type;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], bytes.Length);
        hash.AppendData(head);
        hash.AppendData(bytes);
    }
}
