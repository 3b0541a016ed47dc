using System.Security.Cryptography;
using NodaTime;

namespace Inomya.Backups;

/// <summary>How often backups are made by themselves, where they go and how many are kept. Off until it is chosen.</summary>
/// <remarks>
/// A file beside the journal and not a setting in it: it must be readable when the journal is damaged, and a journal
/// that is put back must not bring an old choice back with it.
/// </remarks>
public sealed record BackupPlan
{
    private const string FileName = "backup-plan.json";

    /// <summary>Which copies are this installation's, in eight letters.</summary>
    public string Id { get; init; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    public BackupEvery Every { get; init; }

    /// <summary>When, by the clock of the person.</summary>
    public LocalTime At { get; init; } = new(3, 0);

    /// <summary>Where copies go; null until it is chosen.</summary>
    public string? Folder { get; init; }

    /// <summary>The name of the <see cref="KeepRule"/>.</summary>
    public string Keep { get; init; } = KeepRule.Usual.Name;

    /// <summary>The recovery key, encrypted with the keys of this machine; null until one was made.</summary>
    public string? Key { get; init; }

    /// <summary>The person has it on paper, and showed so by typing its end.</summary>
    public bool IsOnPaper { get; init; }

    /// <summary>A further place; null where there is none.</summary>
    public S3Settings? Store { get; init; }

    /// <summary>Since when it is on: nothing from before it was missed.</summary>
    public Instant? Since { get; init; }

    /// <summary>The plan of a data folder.</summary>
    /// <exception cref="BackupPlaceException">"plan-damaged": what is there cannot be read.</exception>
    public static BackupPlan Read(string folder) => SmallFile.Read<BackupPlan>(Path.Combine(folder, FileName)) ?? new();

    /// <summary>Keeps it, whole or not at all.</summary>
    public void Write(string folder) => SmallFile.Write(Path.Combine(folder, FileName), this);
}
