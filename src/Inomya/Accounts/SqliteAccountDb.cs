using Microsoft.EntityFrameworkCore;

namespace Inomya.Accounts;

/// <summary>A file beside the journal.</summary>
internal sealed class SqliteAccountDb(DbContextOptions<SqliteAccountDb> options) : AccountDb(options);
