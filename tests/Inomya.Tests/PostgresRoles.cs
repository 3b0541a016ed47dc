using Npgsql;

namespace Inomya.Tests;

/// <summary>
/// The roles of a server that is set up as it should be, which every storage test uses: the owner of the tables, and
/// the one of the app, which is no owner and passes by no policy.
/// </summary>
internal static class PostgresRoles
{
    public const string OwnerName = "inomya_test_owner",
        AppName = "inomya_test_app";

    /// <summary>Where they are not there yet; other runs of the tests use the same.</summary>
    public static void Make(NpgsqlConnection administrator)
    {
        var password = new NpgsqlConnectionStringBuilder(administrator.ConnectionString).Password;
        var with = password is null ? "" : $" PASSWORD '{password.Replace("'", "''", StringComparison.Ordinal)}'";
        foreach (var name in (string[])[OwnerName, AppName])
        {
            using var make = new NpgsqlCommand(
                $"""
                DO $make$ BEGIN CREATE ROLE {name} LOGIN{with};
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $make$
                """,
                administrator
            );
            make.ExecuteNonQuery();
        }
    }

    public static string Owner(string database) => As(database, OwnerName);

    public static string App(string database) => As(database, AppName);

    private static string As(string database, string role) =>
        new NpgsqlConnectionStringBuilder(database) { Username = role }.ToString();
}
