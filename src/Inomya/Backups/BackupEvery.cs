namespace Inomya.Backups;

/// <summary>How often backups are made by themselves.</summary>
public enum BackupEvery
{
    /// <summary>Only when somebody asks for one.</summary>
    Never,
    Daily,
    Weekly,
}
