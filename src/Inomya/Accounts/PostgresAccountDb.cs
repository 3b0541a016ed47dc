using Microsoft.EntityFrameworkCore;

namespace Inomya.Accounts;

/// <summary>Tables in the database of the journals.</summary>
internal sealed class PostgresAccountDb(DbContextOptions<PostgresAccountDb> options) : AccountDb(options);
