using System.Globalization;
using NodaTime;

namespace Inomya.Cli;

/// <summary>When the last backup of a data folder was made.</summary>
internal static class LastBackup
{
    private const string FileName = "last-backup.txt";

    public static Task WriteAsync(string folder, CancellationToken stop) =>
        System.IO.File.WriteAllTextAsync(
            Path.Combine(folder, FileName),
            SystemClock.Instance.GetCurrentInstant().ToString("g", CultureInfo.InvariantCulture),
            stop
        );

    /// <summary>Null when none was made.</summary>
    public static Instant? Read(string folder) =>
        System.IO.File.Exists(Path.Combine(folder, FileName))
        && NodaTime.Text.InstantPattern.General.Parse(System.IO.File.ReadAllText(Path.Combine(folder, FileName)).Trim())
            is { Success: true } at
            ? at.Value
            : null;
}
