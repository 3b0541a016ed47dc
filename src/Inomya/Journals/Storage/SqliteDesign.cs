using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Inomya.Journals;

/// <summary>For `dotnet ef migrations add NAME -c SqliteJournalDb -o Journals/Storage/Migrations/Sqlite`.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteJournalDb>
{
    public SqliteJournalDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteJournalDb>().UseSqlite("Data Source=:memory:").Options);
}
