using System.Globalization;
using NodaTime;

namespace Inomya.Journals;

/// <summary>When the last backup of a data folder was made.</summary>
public static class LastBackup
{
    internal const string FileName = "last-backup.txt";

    /// <summary>Notes that one was made.</summary>
    public static Task WriteAsync(string folder, Instant at, CancellationToken stop = default) =>
        File.WriteAllTextAsync(Path.Combine(folder, FileName), at.ToString("g", CultureInfo.InvariantCulture), stop);

    /// <summary>Null when none was made.</summary>
    public static Instant? Read(string folder) =>
        File.Exists(Path.Combine(folder, FileName))
        && NodaTime.Text.InstantPattern.General.Parse(File.ReadAllText(Path.Combine(folder, FileName)).Trim())
            is { Success: true } at
            ? at.Value
            : null;
}
