using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Inomya.Accounts;

/// <summary>For `dotnet ef migrations add NAME -c SqliteAccountDb -o Accounts/Migrations/Sqlite`.</summary>
internal sealed class SqliteAccountDesign : IDesignTimeDbContextFactory<SqliteAccountDb>
{
    public SqliteAccountDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteAccountDb>().UseSqlite("Data Source=:memory:").Options);
}
