using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Inomya.Accounts;

/// <summary>For `dotnet ef migrations add NAME -c PostgresAccountDb -o Accounts/Migrations/Postgres`.</summary>
internal sealed class PostgresAccountDesign : IDesignTimeDbContextFactory<PostgresAccountDb>
{
    public PostgresAccountDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresAccountDb>().UseNpgsql("Host=nowhere").Options);
}
