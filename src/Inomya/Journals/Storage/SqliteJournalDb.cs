using Inomya.Vocabulary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Journals;

/// <summary>One file on this machine.</summary>
internal sealed class SqliteJournalDb(DbContextOptions<SqliteJournalDb> options) : JournalDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<Guid>().HaveConversion<GuidBytes>();
        conventions.Properties<Instant>().HaveConversion<InstantTicks>();
        conventions.Properties<LocalDate>().HaveConversion<LocalDateDays>();
        conventions.Properties<LocalTime>().HaveConversion<LocalTimeText>();
    }

    private sealed class GuidBytes() : ValueConverter<Guid, byte[]>(g => g.ToByteArray(true), b => new Guid(b, true));

    private sealed class InstantTicks()
        : ValueConverter<Instant, long>(i => i.ToUnixTimeTicks(), t => Instant.FromUnixTimeTicks(t));

    private sealed class LocalDateDays()
        : ValueConverter<LocalDate, int>(d => d.ToEpochDay(), n => Epoch.ToLocalDate(n));

    private sealed class LocalTimeText()
        : ValueConverter<LocalTime, string>(
            t => LocalTimePattern.ExtendedIso.Format(t),
            s => LocalTimePattern.ExtendedIso.Parse(s).Value
        );
}
