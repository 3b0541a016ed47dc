using Microsoft.EntityFrameworkCore;

namespace Inomya.Journals;

/// <summary>A PostgreSQL database that hosts many people.</summary>
internal sealed class PostgresJournalDb(DbContextOptions<PostgresJournalDb> options) : JournalDb(options);
