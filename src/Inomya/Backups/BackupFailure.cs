using NodaTime;

namespace Inomya.Backups;

/// <summary>A run that did not do all it should.</summary>
/// <param name="Why">Last part of a locale key: backup.place.WHY where there is a place, else backup.WHY.</param>
/// <param name="Place">Where; null when it was no place but the journal, the key or the backup itself.</param>
public sealed record BackupFailure(Instant At, string Why, string? Place)
{
    /// <summary>The locale key of what happened.</summary>
    public string Words => Place is null ? $"backup.{Why}" : $"backup.place.{Why}";
}
