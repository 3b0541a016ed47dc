using Inomya.Journals;
using Npgsql;

namespace Inomya.Web.Tests.Support;

/// <summary>A database of its own on the server for tests.</summary>
public static class PostgresPlace
{
    /// <summary>Null where there is no such server.</summary>
    public static JournalPlace? New()
    {
        if (Environment.GetEnvironmentVariable("INOMYA_TEST_POSTGRES") is not { Length: > 0 } server)
            return null;
        var name = $"inomya_web_{Guid.NewGuid():N}";
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        create.ExecuteNonQuery();
        return JournalPlace.InPostgres(
            new NpgsqlConnectionStringBuilder(server)
            {
                Database = name,
                ConnectionIdleLifetime = 1,
                ConnectionPruningInterval = 1,
            }.ToString()
        );
    }
}
