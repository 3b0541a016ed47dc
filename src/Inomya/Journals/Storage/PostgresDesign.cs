using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Inomya.Journals;

/// <summary>For `dotnet ef migrations add NAME -c PostgresJournalDb -o Journals/Storage/Migrations/Postgres`.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresJournalDb>
{
    public PostgresJournalDb CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<PostgresJournalDb>()
                .UseNpgsql("Host=localhost", npgsql => npgsql.UseNodaTime())
                .Options
        );
}
