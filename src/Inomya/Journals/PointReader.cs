using System.Data.Common;
using Inomya.Vocabulary;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NodaTime;

namespace Inomya.Journals;

/// <summary>Reads the numbers of a journal column by column, without the object mapper: a daily table of ten years is 50,000 rows.</summary>
/// <remarks>
/// The one query that is written by hand; it names the person first, like every other. Rows come in the order in which they were recorded
/// (on SQLite that of the table itself) and are then sorted by day, keeping that order within a day.
/// </remarks>
internal static class PointReader
{
    private const string Columns = "measure, region, scale_low, scale_top, day, value";
    private const string Mine = "FROM entries WHERE person_id = @person AND voided_by_id IS NULL AND value IS NOT NULL";

    public static async Task<IReadOnlyList<Point>> ReadAsync(JournalDb db, Guid person, LocalDate? from, LocalDate? to, CancellationToken stop)
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(stop);
        await using var command = connection.CreateCommand();
        var whole = from is null && to is null;
        command.CommandText = connection is NpgsqlConnection
            ? $"SELECT {Columns} {Mine} AND day >= @from AND day <= @to ORDER BY change_id, id"
            : $"SELECT {Columns} {Mine}{(whole ? "" : " AND day >= @from AND day <= @to")} ORDER BY {(whole ? "rowid" : "day, rowid")}";
        var isServer = connection is NpgsqlConnection;
        Add(command, "@person", isServer ? person : person.ToByteArray(true));
        if (isServer || !whole)
        {
            Add(command, "@from", DayOf(from ?? LocalDate.MinIsoValue, isServer));
            Add(command, "@to", DayOf(to ?? LocalDate.MaxIsoValue, isServer));
        }
        return SortedByDay(await ReadAsync(command, isServer, stop));
    }

    private static async Task<List<(int Day, Point Point)>> ReadAsync(DbCommand command, bool isServer, CancellationToken stop)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var points = new List<(int, Point)>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            var day = isServer ? rows.GetFieldValue<LocalDate>(4).ToEpochDay() : rows.GetInt32(4);
            points.Add((day, new Point(
                Once(names, rows.GetString(0)), rows.IsDBNull(1) ? null : Once(names, rows.GetString(1)),
                rows.IsDBNull(2) ? null : rows.GetDouble(2), rows.IsDBNull(3) ? null : rows.GetDouble(3), Epoch.ToLocalDate(day), rows.GetDouble(5))));
        }
        return points;
    }

    /// <summary>By day, in the order they came within a day.</summary>
    private static IReadOnlyList<Point> SortedByDay(List<(int Day, Point Point)> points)
    {
        for (var i = 1; i < points.Count; i++)
            if (points[i].Day < points[i - 1].Day) return [.. points.OrderBy(p => p.Day).Select(p => p.Point)];
        return [.. points.Select(p => p.Point)];
    }

    /// <summary>One string for each name, however often it comes.</summary>
    private static string Once(Dictionary<string, string> names, string name)
    {
        if (names.TryGetValue(name, out var known)) return known;
        return names[name] = name;
    }

    private static object DayOf(LocalDate day, bool isServer) => isServer ? day : day.ToEpochDay();

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
