using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Inomya.Journals;

/// <summary>
/// What makes a PostgreSQL server keep people apart, whatever our statements say: row-level security on every table of
/// the model, and no more rights for the role of the app than it needs.
/// </summary>
/// <remarks>
/// Not a migration but a state that is looked at whenever the storage is opened: a table that is added has it too, and
/// one that lost it is not read. It goes by the tables of <see cref="JournalDb"/>; others in the same database are
/// left as they are.
/// </remarks>
internal static class ServerIsolation
{
    /// <summary>Everyone's name: the one thing that can be asked without saying whose rows are wanted.</summary>
    public const string People = "inomya_people";

    /// <summary>Removes what was noted of access to the journal of a bound person who is there no more.</summary>
    public const string ForgetAudits = "inomya_forget_audits";

    /// <summary>What nobody changes, the app's role neither.</summary>
    private const string Audits = "audits";

    /// <summary>Who is bound; the question within makes it one look a statement, not one a row.</summary>
    private const string Bound = $"(SELECT nullif(current_setting('{PersonBinding.Setting}', true), '')::uuid)";

    /// <summary>The first thing that is not as it should be; null when everything is.</summary>
    public static async Task<string?> LacksAsync(JournalDb db, ServerRole role, CancellationToken stop)
    {
        var tables = db.Model.GetEntityTypes().Select(t => t.GetTableName()!).ToArray();
        return await db
            .Database.SqlQuery<string>(
                $"""
                SELECT lacking AS "Value" FROM (
                    SELECT 'the role ' || {role.Name}::text AS lacking
                    WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {role.Name})
                    UNION ALL
                    SELECT wanted FROM unnest({tables}) wanted LEFT JOIN pg_class c ON c.oid = to_regclass(wanted)
                    WHERE c.oid IS NULL OR NOT c.relrowsecurity OR NOT c.relforcerowsecurity OR NOT EXISTS (
                        SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'person' AND p.polcmd = '*'
                        AND pg_get_expr(p.polqual, c.oid) LIKE {$"%{PersonBinding.Setting}%"})
                    OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive
                        AND p.polname <> 'person' AND NOT (p.polname = 'list' AND p.polroles = ARRAY[c.relowner]))
                    UNION ALL
                    SELECT 'rights on ' || wanted FROM unnest({tables}) wanted
                    WHERE EXISTS (SELECT FROM pg_roles WHERE rolname = {role.Name})
                    AND NOT has_table_privilege((SELECT oid FROM pg_roles WHERE rolname = {role.Name}), wanted, 'INSERT')
                    UNION ALL
                    SELECT wanted FROM unnest({(string[])
                    [People, ForgetAudits]}) wanted WHERE to_regproc(wanted) IS NULL
                    UNION ALL
                    SELECT {Audits}::text WHERE NOT EXISTS (SELECT FROM pg_trigger t
                        WHERE t.tgrelid = to_regclass({Audits}) AND t.tgname = 'keep' AND t.tgenabled = 'O')
                ) all_of_it
                """
            )
            .FirstOrDefaultAsync(stop);
    }

    /// <summary>Makes everything as it should be. The connection must be of the owner of the tables.</summary>
    public static async Task ApplyAsync(JournalDb db, ServerRole role, CancellationToken stop)
    {
        var schema = await db
            .Database.SqlQuery<string>($"""SELECT quote_ident(current_schema()) AS "Value" """)
            .SingleAsync(stop);
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (!await db.Database.SqlQuery<bool>(Exists(role)).SingleAsync(stop))
            await MakeAsync(db, role, stop);
        foreach (var table in db.Model.GetEntityTypes())
            await RunAsync(db, PolicyOf(table), stop);
        await RunAsync(db, Doors(schema), stop);
        await RunAsync(db, RightsOf(role, schema, db.Model), stop);
        await all.CommitAsync(stop);
    }

    /// <summary>Why this connection could read everyone's rows in spite of the policies; null where it could not.</summary>
    public static Task<string?> PowerOfAsync(JournalDb db, CancellationToken stop) =>
        db
            .Database.SqlQuery<string?>(
                $"""
                SELECT CASE
                    WHEN EXISTS (SELECT FROM pg_roles r WHERE (r.rolsuper OR r.rolbypassrls)
                        AND pg_has_role(current_user, r.oid, 'MEMBER')) THEN 'superuser'
                    WHEN EXISTS (SELECT FROM pg_class c WHERE c.oid = to_regclass('people')
                        AND pg_has_role(current_user, c.relowner, 'MEMBER')) THEN 'owner'
                END AS "Value"
                """
            )
            .SingleAsync(stop);

    private static async Task MakeAsync(JournalDb db, ServerRole role, CancellationToken stop)
    {
        try
        {
            await RunAsync(db, role.Create, stop);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new JournalStorageException(
                $"The role {role.Name} is not there, and the owner of the tables may not make it. Make it first: CREATE ROLE {role.Quoted} LOGIN",
                e
            );
        }
    }

    private static FormattableString Exists(ServerRole role) =>
        $"""SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = {role.Name}) AS "Value" """;

    private static string PolicyOf(IEntityType table)
    {
        var (name, owner) = (table.GetTableName(), table.ClrType == typeof(Person) ? "id" : "person_id");
        return $"""
            ALTER TABLE {name} ENABLE ROW LEVEL SECURITY;
            ALTER TABLE {name} FORCE ROW LEVEL SECURITY;
            DROP POLICY IF EXISTS person ON {name};
            CREATE POLICY person ON {name} USING ({owner} = {Bound});
            """;
    }

    /// <summary>
    /// The owner sees the names for the list, and nothing else of anyone. The functions read the tables of this
    /// schema, whatever whoever calls them has made.
    /// </summary>
    private static string Doors(string schema) =>
        $"""
            DROP POLICY IF EXISTS list ON people;
            CREATE POLICY list ON people FOR SELECT TO CURRENT_USER USING (true);
            CREATE OR REPLACE FUNCTION {People}() RETURNS TABLE (id uuid, name text)
                LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp
                AS 'SELECT id, name FROM people ORDER BY added_at, id';
            REVOKE ALL ON FUNCTION {People}() FROM PUBLIC;
            CREATE OR REPLACE FUNCTION inomya_keep_audits() RETURNS trigger
                LANGUAGE plpgsql SET search_path = {schema}, pg_temp AS $keep$
            BEGIN
                IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM people WHERE id = OLD.person_id) THEN RETURN OLD; END IF;
                RAISE EXCEPTION 'what was noted of access is kept' USING ERRCODE = 'insufficient_privilege';
            END $keep$;
            CREATE OR REPLACE TRIGGER keep BEFORE UPDATE OR DELETE ON {Audits}
                FOR EACH ROW EXECUTE FUNCTION inomya_keep_audits();
            CREATE OR REPLACE FUNCTION {ForgetAudits}() RETURNS void
                LANGUAGE sql SECURITY DEFINER SET search_path = {schema}, pg_temp
                AS 'DELETE FROM {Audits} a WHERE NOT EXISTS (SELECT FROM people p WHERE p.id = a.person_id)';
            REVOKE ALL ON FUNCTION {ForgetAudits}() FROM PUBLIC;
            """;

    private static string RightsOf(ServerRole role, string schema, IModel model)
    {
        var tables = string.Join(", ", model.GetEntityTypes().Select(t => t.GetTableName()).Where(t => t != Audits));
        return $"""
            GRANT USAGE ON SCHEMA {schema} TO {role.Quoted};
            GRANT SELECT ON "__EFMigrationsHistory" TO {role.Quoted};
            GRANT SELECT, INSERT, UPDATE, DELETE ON {tables} TO {role.Quoted};
            GRANT SELECT, INSERT ON {Audits} TO {role.Quoted};
            GRANT EXECUTE ON FUNCTION {People}(), {ForgetAudits}() TO {role.Quoted};
            """;
    }

    private static async Task RunAsync(JournalDb db, string sql, CancellationToken stop)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql; // names of the model and of roles, never anyone's input
        await command.ExecuteNonQueryAsync(stop);
    }
}
