using Inomya.Journals;
using Microsoft.Data.Sqlite;

namespace Inomya.Tests.Journals;

/// <summary>A statement is prepared once a connection; what is read is what stands in the file now.</summary>
public sealed class FileReadersTests : IDisposable
{
    private const string Count = "SELECT count(*) FROM sqlite_master";

    private readonly FileReaders _readers = FileReaders.Of($"Data Source={Storage.NewFolder()}/a.db;Pooling=False");

    public void Dispose() => _readers.Close();

    private long Tables()
    {
        var reader = _readers.Take();
        var tables = (long)reader.Command(Count).ExecuteScalar()!;
        _readers.GiveBack(reader);
        return tables;
    }

    private void Run(string sql)
    {
        var reader = _readers.Take();
        reader.Command(sql).ExecuteNonQuery();
        _readers.GiveBack(reader);
    }

    [Fact]
    public void The_next_one_to_ask_finds_the_statement_prepared()
    {
        var first = _readers.Take();
        var command = first.Command(Count);
        Assert.NotSame(command, first.Command("SELECT 1"));
        _readers.GiveBack(first);
        var second = _readers.Take();
        Assert.Same(first, second);
        Assert.Same(command, second.Command(Count));
        Assert.Equal(2, second.Statements);
        _readers.GiveBack(second);
    }

    [Fact]
    public void Two_at_once_have_a_connection_each()
    {
        var (first, second) = (_readers.Take(), _readers.Take());
        Assert.NotSame(first.Connection, second.Connection);
        _readers.GiveBack(first);
        _readers.GiveBack(second);
    }

    [Fact]
    public void What_was_written_meanwhile_is_read_also_where_the_tables_changed()
    {
        Assert.Equal(0, Tables());
        Run("CREATE TABLE a (x)");
        Assert.Equal(1, Tables());
        Run("CREATE TABLE b (x)");
        Assert.Equal(2, Tables());
    }

    [Fact]
    public void A_closed_file_is_let_go_of_also_by_one_that_was_reading()
    {
        var idle = _readers.Take();
        var reading = _readers.Take();
        _readers.GiveBack(idle);
        _readers.Close();
        _readers.GiveBack(reading);
        Assert.Equal(System.Data.ConnectionState.Closed, idle.Connection.State);
        Assert.Equal(System.Data.ConnectionState.Closed, reading.Connection.State);
        Assert.NotSame(idle, _readers.Take());
    }

    [Fact]
    public async Task A_page_of_a_day_prepares_nothing_at_its_second_view()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var file = new SqliteConnectionStringBuilder
        {
            DataSource = journal.Store.Place.File!,
            DefaultTimeout = 30,
            Pooling = false,
        };
        var readers = FileReaders.Of(file.ToString());
        // other tests close every file now and then: then it is seen at another try
        var keeps = false;
        for (var tries = 0; tries < 10 && !keeps; tries++)
        {
            await journal.DayAsync(journal.Today);
            var prepared = Statements();
            for (var view = 0; view < 3; view++)
                await journal.DayAsync(journal.Today);
            keeps = prepared > 0 && Statements() == prepared;
        }
        Assert.True(keeps);

        int Statements()
        {
            var reader = readers.Take();
            readers.GiveBack(reader);
            return reader.Statements;
        }
    }
}
