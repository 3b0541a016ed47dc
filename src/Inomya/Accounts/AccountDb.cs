using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Inomya.Accounts;

/// <summary>The tables of accounts, beside those of the journals and with migrations of their own.</summary>
internal abstract class AccountDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>Where the migrations that were applied are written down, beside those of the journals.</summary>
    public const string History = "account_migrations";

    /// <summary>The longest that an authenticator may give.</summary>
    private const int MostCredentialBytes = 1024;

    public DbSet<Session> Sessions { get; set; } = null!;

    public DbSet<OneTimeLink> Links { get; set; } = null!;

    public DbSet<FailedTry> Tries { get; set; } = null!;

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<Account>().ToTable("accounts").Property(a => a.Role).HasConversion<string>();
        OfFramework(model);
        Passkeys(model);
        SignedIn(model);
        OneTimeLinks(model);
        FailedTries(model);
    }

    private static void OfFramework(ModelBuilder model)
    {
        model.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        model.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
    }

    /// <summary>As the framework keeps them from its third version on, which only an app with its options gets.</summary>
    private static void Passkeys(ModelBuilder model)
    {
        var passkeys = model.Entity<IdentityUserPasskey<Guid>>().ToTable("account_passkeys");
        passkeys.HasKey(p => p.CredentialId);
        passkeys.Property(p => p.CredentialId).HasMaxLength(MostCredentialBytes);
        passkeys.OwnsOne(p => p.Data).ToJson();
        passkeys.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void SignedIn(ModelBuilder model)
    {
        var sessions = model.Entity<Session>().ToTable("account_sessions");
        sessions.Property(s => s.Way).HasConversion<string>();
        sessions.HasIndex(s => s.AccountId);
        sessions.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void OneTimeLinks(ModelBuilder model)
    {
        var links = model.Entity<OneTimeLink>().ToTable("account_links");
        links.Property(l => l.Kind).HasConversion<string>();
        links.Property(l => l.Role).HasConversion<string>();
        links.HasIndex(l => l.Hash).IsUnique();
    }

    private static void FailedTries(ModelBuilder model)
    {
        var tries = model.Entity<FailedTry>().ToTable("account_tries");
        tries.HasIndex(t => new { t.Pair, t.At });
        tries.HasIndex(t => new { t.Name, t.At });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<Instant>().HaveConversion<InstantMilliseconds>();
    }

    private sealed class InstantMilliseconds()
        : ValueConverter<Instant, long>(i => i.ToUnixTimeMilliseconds(), t => Instant.FromUnixTimeMilliseconds(t));
}
