using NodaTime;
using NodaTime.Text;

namespace Inomya.Backups;

/// <summary>
/// What the copies of one installation are called: <c>inomya-ID-TIME.backup</c>. Two installations that keep theirs in
/// one place leave each other's alone.
/// </summary>
public static class BackupNames
{
    private const string End = ".backup";

    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <param name="id">Of the installation: <see cref="BackupPlan.Id"/>.</param>
    public static string Of(string id, Instant at) => $"{Start(id)}{Time.Format(at)}{End}";

    /// <summary>When a copy was made; null for a file that is none of this installation's, or only half of one.</summary>
    public static Instant? TimeOf(string id, string name) =>
        name.StartsWith(Start(id), StringComparison.Ordinal)
        && name.EndsWith(End, StringComparison.Ordinal)
        && name.Length > Start(id).Length + End.Length
        && Time.Parse(name[Start(id).Length..^End.Length]) is { Success: true, Value: var at }
            ? at
            : null;

    /// <summary>The mark beside a copy in a store, which says that all of it arrived.</summary>
    public static string Whole(string name) => $"{name}.whole";

    /// <summary>What is called so while it is written; nobody takes it for a copy.</summary>
    public static string Half(string name) => $"{name}.part";

    /// <summary>Is this what an upload of this installation that broke left behind?</summary>
    public static bool IsHalf(string id, string name) =>
        name.StartsWith(Start(id), StringComparison.Ordinal) && name.EndsWith(Half(End), StringComparison.Ordinal);

    private static string Start(string id) => $"inomya-{id}-";
}
