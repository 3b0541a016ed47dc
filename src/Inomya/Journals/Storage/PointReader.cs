using System.Data.Common;
using Inomya.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace Inomya.Journals;

/// <summary>Reads the numbers of a journal, column by column, straight from the index that holds them.</summary>
/// <remarks>
/// The one query written by hand: a daily table of ten years is 50,000 rows, and the object mapper takes three times as
/// long as the budget allows. It names the person first, like every other. Rows come in the order in which they were
/// recorded.
/// </remarks>
internal static class PointReader
{
    private const string Mine = "WHERE person_id = @person AND voided_by_id IS NULL AND value IS NOT NULL";

    /// <summary>
    /// Both indexes are named: SQLite without statistics takes that of days to read everything, and that of columns to
    /// read a few days.
    /// </summary>
    private const string FromIndex = "FROM entries INDEXED BY \"IX_entries_points\"",
        FromDays = "FROM entries INDEXED BY \"IX_entries_person_id_day\"";

    private const string Key = "measure, region, scale_low, scale_top";

    /// <param name="from">The first day; null reads everything from the first on.</param>
    public static async Task<IReadOnlyList<PointColumn>> ReadAsync(
        JournalDb db,
        Guid person,
        LocalDate? from,
        LocalDate? to,
        CancellationToken stop
    )
    {
        await db.Database.OpenConnectionAsync(stop);
        var (connection, first, last) = (
            db.Database.GetDbConnection(),
            from ?? LocalDate.MinIsoValue,
            to ?? LocalDate.MaxIsoValue
        );
        if (connection is NpgsqlConnection)
            return await ReadSortedAsync(
                connection,
                person,
                first,
                last,
                "FROM entries",
                "change_id, id",
                r => r.GetFieldValue<LocalDate>(4).ToEpochDay(),
                stop
            );
        var (me, firstDay, lastDay) = (person.ToByteArray(true), first.ToEpochDay(), last.ToEpochDay());
        return from is null
            ? await ReadByKeyAsync(connection, me, firstDay, lastDay, stop)
            : await ReadSortedAsync(connection, me, firstDay, lastDay, FromDays, "rowid", r => r.GetInt32(4), stop);
    }

    /// <summary>
    /// The whole of a file: which columns there are, then each by its stretch of the index, so that only two cells a
    /// row are read.
    /// </summary>
    private static async Task<IReadOnlyList<PointColumn>> ReadByKeyAsync(
        DbConnection file,
        byte[] person,
        int from,
        int to,
        CancellationToken stop
    )
    {
        var columns = new List<PointColumn>();
        await using var one = file.CreateCommand();
        one.CommandText =
            $"SELECT day, value {FromIndex} {Mine} AND measure = @measure AND region IS @region AND scale_low IS @low AND scale_top IS @top AND day >= @from AND day <= @to ORDER BY day, rowid";
        foreach (var (measure, region, low, top) in await KeysAsync(file, person, stop))
        {
            one.Parameters.Clear();
            Fill(
                one,
                ("@person", person),
                ("@measure", measure),
                ("@region", region),
                ("@low", low),
                ("@top", top),
                ("@from", from),
                ("@to", to)
            );
            var (days, values) = (new List<int>(), new List<double>());
            await using var rows = await one.ExecuteReaderAsync(stop);
            while (rows.Read())
            {
                days.Add(rows.GetInt32(0));
                values.Add(rows.GetDouble(1));
            }
            if (days.Count > 0)
                columns.Add(new PointColumn(measure, region, low, top, days, values));
        }
        return columns;
    }

    private static async Task<List<(string, string?, double?, double?)>> KeysAsync(
        DbConnection file,
        byte[] person,
        CancellationToken stop
    )
    {
        await using var all = file.CreateCommand();
        all.CommandText = $"SELECT DISTINCT {Key} {FromIndex} {Mine}";
        Fill(all, ("@person", person));
        var keys = new List<(string, string?, double?, double?)>();
        await using var rows = await all.ExecuteReaderAsync(stop);
        while (rows.Read())
            keys.Add(KeyOf(rows));
        return keys;
    }

    /// <summary>A server, or some days of a file: one answer, sorted by column.</summary>
    private static async Task<IReadOnlyList<PointColumn>> ReadSortedAsync(
        DbConnection connection,
        object person,
        object from,
        object to,
        string source,
        string order,
        Func<DbDataReader, int> dayOf,
        CancellationToken stop
    )
    {
        await using var all = connection.CreateCommand();
        all.CommandText =
            $"SELECT {Key}, day, value {source} {Mine} AND day >= @from AND day <= @to ORDER BY {Key}, day, {order}";
        Fill(all, ("@person", person), ("@from", from), ("@to", to));
        var points = new List<((string, string?, double?, double?) Key, int Day, double Value)>();
        await using var rows = await all.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
            points.Add((KeyOf(rows), dayOf(rows), rows.GetDouble(5)));
        return
        [
            .. points
                .GroupBy(p => p.Key)
                .Select(c => new PointColumn(
                    c.Key.Item1,
                    c.Key.Item2,
                    c.Key.Item3,
                    c.Key.Item4,
                    [.. c.Select(p => p.Day)],
                    [.. c.Select(p => p.Value)]
                )),
        ];
    }

    private static (string, string?, double?, double?) KeyOf(DbDataReader rows) =>
        (
            rows.GetString(0),
            rows.IsDBNull(1) ? null : rows.GetString(1),
            rows.IsDBNull(2) ? null : rows.GetDouble(2),
            rows.IsDBNull(3) ? null : rows.GetDouble(3)
        );

    private static void Fill(DbCommand command, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }
    }
}
