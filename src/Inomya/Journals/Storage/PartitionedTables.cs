using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace Inomya.Journals;

/// <summary>
/// Makes the large tables of a new PostgreSQL database in parts, by person: a person's rows lie in one part of each.
/// </summary>
/// <remarks>
/// Only where the table is made: a database that has it already keeps it whole, and every statement is the same on both.
/// </remarks>
#pragma warning disable EF1001 // the provider's own options are what its generator is made with
internal sealed class PartitionedTables(
    MigrationsSqlGeneratorDependencies dependencies,
    INpgsqlSingletonOptions options
) : NpgsqlMigrationsSqlGenerator(dependencies, options)
#pragma warning restore EF1001
{
    /// <summary>Into how many parts each of them is split.</summary>
    public const int Parts = 8;

    /// <summary>What grows by every day of everyone.</summary>
    public static readonly IReadOnlyList<string> Large =
    [
        "entries",
        "intakes",
        "changes",
        "daily_values",
        "sample_blocks",
    ];

    protected override void Generate(
        CreateTableOperation operation,
        IModel? model,
        MigrationCommandListBuilder builder,
        bool terminate = true
    )
    {
        if (!Large.Contains(operation.Name))
        {
            base.Generate(operation, model, builder, terminate);
            return;
        }
        base.Generate(operation, model, builder, terminate: false);
        builder.AppendLine(" PARTITION BY HASH (person_id);");
        for (var part = 0; part < Parts; part++)
            builder.AppendLine(
                $"CREATE TABLE {operation.Name}_p{part} PARTITION OF {operation.Name} FOR VALUES WITH (MODULUS {Parts}, REMAINDER {part});"
            );
        EndStatement(builder);
    }
}
