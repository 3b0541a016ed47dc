using System.Data.Common;
using Inomya.Vocabulary;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Journals;

/// <summary>Reads questions written by hand: several at once, cell by cell, as either storage writes them.</summary>
/// <remarks>
/// For the few reads that every page makes: the object mapper takes ten times as long as those pages may.
/// </remarks>
internal sealed class Rows : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbCommand _command;
    private readonly DbDataReader _reader;
    private readonly bool _file;

    private Rows(DbConnection connection, DbCommand command, DbDataReader reader) =>
        (_connection, _command, _reader, _file) = (connection, command, reader, connection is SqliteConnection);

    /// <param name="questions">Separated by semicolons; each names the person first.</param>
    public static async Task<Rows> AskAsync(
        JournalPlace place,
        string questions,
        Guid person,
        LocalDate? day,
        LocalDate? from,
        CancellationToken stop
    )
    {
        var connection = await place.ConnectAsync(stop);
        var command = connection.CreateCommand();
        try
        {
            command.CommandText = questions;
            var file = connection is SqliteConnection;
            Add(command, "@person", file ? person.ToByteArray(true) : person);
            if (day is { } d)
                Add(command, "@day", file ? d.ToEpochDay() : d);
            if (from is { } f)
                Add(command, "@from", file ? f.ToEpochDay() : f);
            return new Rows(connection, command, await command.ExecuteReaderAsync(stop));
        }
        catch
        {
            await command.DisposeAsync();
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>All rows of the question at hand; then the next question is at hand.</summary>
    public async Task<List<T>> AllAsync<T>(Func<Rows, T> row, CancellationToken stop)
    {
        var all = new List<T>();
        while (_file ? _reader.Read() : await _reader.ReadAsync(stop))
            all.Add(row(this));
        await _reader.NextResultAsync(stop);
        return all;
    }

    public Guid Id(int i) => _file ? new Guid(_reader.GetFieldValue<byte[]>(i), true) : _reader.GetGuid(i);

    public Guid? IdOrNull(int i) => _reader.IsDBNull(i) ? null : Id(i);

    public string Text(int i) => _reader.GetString(i);

    public string? TextOrNull(int i) => _reader.IsDBNull(i) ? null : _reader.GetString(i);

    public double Number(int i) => _reader.GetDouble(i);

    public double? NumberOrNull(int i) => _reader.IsDBNull(i) ? null : _reader.GetDouble(i);

    public int? CountOrNull(int i) => _reader.IsDBNull(i) ? null : _reader.GetInt32(i);

    public bool Is(int i) => _reader.GetBoolean(i);

    public LocalDate Day(int i) => _file ? Epoch.ToLocalDate(_reader.GetInt32(i)) : _reader.GetFieldValue<LocalDate>(i);

    public LocalDate? DayOrNull(int i) => _reader.IsDBNull(i) ? null : Day(i);

    public Instant At(int i) =>
        _file ? Instant.FromUnixTimeTicks(_reader.GetInt64(i)) : _reader.GetFieldValue<Instant>(i);

    public Instant? AtOrNull(int i) => _reader.IsDBNull(i) ? null : At(i);

    public LocalTime Time(int i) =>
        _file ? LocalTimePattern.ExtendedIso.Parse(_reader.GetString(i)).Value : _reader.GetFieldValue<LocalTime>(i);

    public T One<T>(int i)
        where T : struct, Enum => Enum.Parse<T>(_reader.GetString(i));

    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _command.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
