using NodaTime;

namespace Inomya.Backups;

/// <summary>What is known of the backups that are made by themselves; kept beside the journal.</summary>
public sealed record BackupLog
{
    private const string FileName = "backup-log.json";

    /// <summary>When a run last began, however it went.</summary>
    public Instant? TriedAt { get; init; }

    /// <summary>The newest backup that was read back whole and reached a place.</summary>
    public Instant? GoodAt { get; init; }

    /// <summary>What went wrong in the last run; null when nothing did.</summary>
    public BackupFailure? Failure { get; init; }

    public IReadOnlyList<PlaceState> Places { get; init; } = [];

    /// <summary>Null until one was tried.</summary>
    public DrillResult? Drill { get; init; }

    /// <summary>What is known in a data folder. One that cannot be read knows nothing, and the next run writes it anew.</summary>
    public static BackupLog Read(string folder)
    {
        try
        {
            return SmallFile.Read<BackupLog>(Path.Combine(folder, FileName)) ?? new();
        }
        catch (BackupPlaceException)
        {
            return new BackupLog();
        }
    }

    public void Write(string folder) => SmallFile.Write(Path.Combine(folder, FileName), this);

    /// <summary>
    /// Is something to be told? A run failed, or the newest good backup is older than two of the chosen periods.
    /// </summary>
    public bool IsLate(BackupPlan plan, Instant now) =>
        plan.Every != BackupEvery.Never && now - (GoodAt ?? plan.Since ?? now) > Period(plan.Every) * 2;

    private static Duration Period(BackupEvery every) => Duration.FromDays(every == BackupEvery.Weekly ? 7 : 1);
}
