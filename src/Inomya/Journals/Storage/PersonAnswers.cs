using System.Data.Common;
using Inomya.Vocabulary;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Inomya.Journals;

/// <summary>The answers to some queries about one person that went to the storage together.</summary>
internal sealed class PersonAnswers : IAsyncDisposable
{
    private readonly Asking _asking;
    private readonly DbDataReader _reader;
    private readonly IModel _model;
    private readonly bool _onFile;
    private readonly Queue<PersonQuery> _open;

    private PersonAnswers(Asking asking, DbDataReader reader, JournalPlace place, IEnumerable<PersonQuery> queries)
    {
        (_asking, _reader) = (asking, reader);
        (_model, _onFile, _open) = (place.Model, place.File is not null, new Queue<PersonQuery>(queries));
    }

    /// <param name="queries">Their answers are read in this order.</param>
    /// <param name="parameters">What their conditions name; ids and days as such, null as nothing.</param>
    public static async Task<PersonAnswers> AskAsync(
        JournalPlace place,
        Guid person,
        IReadOnlyList<PersonQuery> queries,
        IReadOnlyList<(string Name, object? Value)> parameters,
        CancellationToken stop
    )
    {
        var onFile = place.File is not null;
        var asking = place.Ask(person);
        try
        {
            var sql = string.Join(";\n", queries.Select(q => q.SqlFor(place.Model, onFile)));
            var command = await asking.CommandAsync(sql, stop);
            foreach (var (name, value) in parameters.Prepend(("@person", person)))
                Add(command, name, value, onFile);
            return new PersonAnswers(asking, await asking.ReadAsync(command, stop), place, queries);
        }
        catch
        {
            await asking.DisposeAsync();
            throw;
        }
    }

    /// <summary>The answer to one query by itself.</summary>
    public static async Task<List<TRow>> ToAsync<TTable, TRow>(
        JournalPlace place,
        Guid person,
        PersonQuery<TTable, TRow> query,
        IReadOnlyList<(string Name, object? Value)> parameters,
        CancellationToken stop
    )
        where TTable : class
    {
        await using var answers = await AskAsync(place, person, [query], parameters, stop);
        return await answers.NextAsync(query, stop);
    }

    /// <summary>All rows of the next answer.</summary>
    /// <exception cref="InvalidOperationException">It is not the next: answers come in the order of the queries.</exception>
    public async Task<List<TRow>> NextAsync<TTable, TRow>(PersonQuery<TTable, TRow> query, CancellationToken stop)
        where TTable : class
    {
        if (_open.Dequeue() != query)
            throw new InvalidOperationException($"The next answer is not about {typeof(TTable).Name}.");
        var read = query.RowOf(_model, _onFile);
        var rows = new List<TRow>();
        while (_onFile ? _reader.Read() : await _reader.ReadAsync(stop))
        {
            if ((rows.Count & 1023) == 1023)
                stop.ThrowIfCancellationRequested();
            rows.Add(read(_reader));
        }
        await _reader.NextResultAsync(stop);
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _asking.DisposeAsync();
    }

    private static void Add(DbCommand command, string name, object? value, bool onFile)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value switch
        {
            null => DBNull.Value,
            Guid id when onFile => id.ToByteArray(true),
            LocalDate day when onFile => day.ToEpochDay(),
            _ => value,
        };
        command.Parameters.Add(parameter);
    }
}
