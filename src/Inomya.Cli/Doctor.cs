using System.CommandLine;
using Inomya.Backups;
using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Cli;

/// <summary>inomya doctor: a self-check of storage, content, isolation, privacy, backup, clock and disk.</summary>
internal static class Doctor
{
    /// <summary>Below this much free space a backup of a long journal may not fit: 1 GiB.</summary>
    private const long LittleSpaceBytes = 1L << 30;

    public static Command Command()
    {
        var command = new Command(
            "doctor",
            "Checks storage, content, isolation, privacy, backup, clock and disk, and says what is wrong."
        )
        {
            Output.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult call, CancellationToken stop)
    {
        List<Check> checks =
        [
            Content(),
            await StorageAsync(call, stop),
            await IsolationAsync(call, stop),
            Privacy(call),
            BackupsOf(call),
            KeptFilesOf(call),
            Clock(),
            Disk(call),
        ];
        Print(call, checks);
        return checks.All(c => c.Ok) ? ExitCode.Done : ExitCode.Unreadable;
    }

    private static void Print(ParseResult call, List<Check> checks)
    {
        if (call.GetValue(Output.Json))
            Output.Print(new { checks });
        else
            checks.ForEach(c => Console.Out.WriteLine($"{(c.Ok ? "ok  " : "BAD ")} {c.What}: {c.Found}"));
    }

    private sealed record Check(string What, bool Ok, string Found);

    private static Check Content()
    {
        try
        {
            var content = new ContentFolder();
            var measures = new MeasureCatalogue(content).Measures.Count;
            return new Check(
                "content",
                true,
                $"{measures} measures, words in {string.Join(", ", Words.Languages(content))}"
            );
        }
        catch (Exception e) when (e is ContentException or IOException)
        {
            return new Check("content", false, e.Message);
        }
    }

    private static async Task<Check> StorageAsync(ParseResult call, CancellationToken stop)
    {
        try
        {
            var store = await DataFolder.OpenAsync(call, stop);
            var wrong = await store.IntegrityAsync(stop);
            return new Check(
                "storage",
                wrong is null,
                wrong ?? $"{store.Place.Name}, {(await store.PeopleAsync(stop)).Count} people"
            );
        }
        catch (Exception e) when (e is JournalStorageException or IOException or UnauthorizedAccessException)
        {
            return new Check("storage", false, e.Message);
        }
    }

    /// <summary>Whether anything but our own statements keeps people apart.</summary>
    private static async Task<Check> IsolationAsync(ParseResult call, CancellationToken stop)
    {
        try
        {
            var store = await DataFolder.OpenAsync(call, stop);
            var several = (await store.PeopleAsync(stop)).Count > 1;
            return await store.PowerAsync(stop) switch
            {
                null when store.Place.File is not null => new("isolation", true, "one file; Inomya keeps people apart"),
                null => new("isolation", true, "the database keeps people apart by itself"),
                "superuser" => new(
                    "isolation",
                    !several,
                    "INOMYA_DATABASE is the connection of a superuser, whom the database keeps from nothing: give the app a role of its own, and this one as INOMYA_DATABASE_OWNER"
                ),
                _ => new(
                    "isolation",
                    !several,
                    "INOMYA_DATABASE is the connection of the owner of the tables, who could switch off what keeps people apart: give the app a role of its own, and this one as INOMYA_DATABASE_OWNER"
                ),
            };
        }
        catch (Exception e) when (e is JournalStorageException or IOException or UnauthorizedAccessException)
        {
            return new Check("isolation", false, e.Message);
        }
    }

    /// <summary>Who else may read the journal: other users of this machine, and whoever takes the disk out of it.</summary>
    private static Check Privacy(ParseResult call)
    {
        var place = DataFolder.PlaceOf(call);
        if (place.File is null)
            return new Check("privacy", true, "the database server looks after its files");
        var folder = Path.GetFullPath(DataFolder.Of(call));
        var open = OpenOf(DataFolder.PrivateIn(folder));
        return new Check("privacy", open.Length == 0, $"{ReadersText(open)}; {DiskText(folder)}");
    }

    private static string[] OpenOf(IEnumerable<string> files) =>
        [.. files.Where(f => PrivateFile.IsOpenToOthers(f) == true)];

    private static string ReadersText(string[] open) =>
        open.Length == 0
            ? "readable by you alone"
            : $"others on this machine may read {string.Join(", ", open)}; inomya serve closes it at its next start, or run chmod go= on it";

    private static string DiskText(string folder) =>
        DiskEncryption.Of(folder) switch
        {
            true => "the disk is encrypted",
            false => "the disk is not encrypted: turn on disk encryption in your system",
            null => "whether the disk is encrypted cannot be told from here",
        };

    /// <summary>How old the newest backup is, where copies are and whether one was tried; a run that failed is bad.</summary>
    private static Check BackupsOf(ParseResult call)
    {
        var folder = DataFolder.Of(call);
        var now = SystemClock.Instance.GetCurrentInstant();
        try
        {
            var (plan, log) = (BackupPlan.Read(folder), BackupLog.Read(folder));
            var newest = new[] { LastBackup.Read(folder), log.GoodAt }.Max();
            string?[] parts =
            [
                newest is { } at
                    ? $"the last one is {(now - at).Days} days old"
                    : "none was made yet: inomya backup --out FILE",
                FailureText(log, now),
                log.IsLate(plan, now) ? $"none was made when it was due ({plan.Every}): is the server running?" : null,
                .. log.Places.Select(p => $"{p.Copies} copies in {p.Name}"),
                DrillText(log, now),
            ];
            return new Check(
                "backup",
                log.Failure is null && !log.IsLate(plan, now) && log.Drill is not { Passed: false },
                string.Join("; ", parts.OfType<string>())
            );
        }
        catch (BackupPlaceException e)
        {
            return new Check(
                "backup",
                false,
                new Words(new ContentFolder())[$"backup.place.{e.Why}", ("place", e.Place)]
            );
        }
    }

    private static string? FailureText(BackupLog log, Instant now) =>
        log.Failure is { } failure
            ? $"a run failed {(now - failure.At).Days} days ago: {new Words(new ContentFolder())[failure.Words, ("place", failure.Place ?? "")]}"
            : null;

    private static string? DrillText(BackupLog log, Instant now) =>
        log.Drill is { } drill
            ? $"tried out {(now - drill.At).Days} days ago: {(drill.Passed ? "passed" : $"different: {string.Join(", ", drill.Different)}")}"
            : null;

    /// <summary>Files that were brought in and are kept as they came.</summary>
    private static Check KeptFilesOf(ParseResult call)
    {
        var folder = Path.GetFullPath(DataFolder.KeptIn(DataFolder.Of(call)));
        var files = Directory.Exists(folder)
            ? new DirectoryInfo(folder).EnumerateFiles().Where(f => f.Extension.Length == 0).ToList()
            : [];
        return new Check(
            "kept files",
            true,
            files.Count == 0
                ? "none"
                : $"{files.Count}, {files.Sum(f => f.Length) >> 20} MiB in {folder}; not in a backup, deleted on the page /import"
        );
    }

    private static Check Clock()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        return new Check("clock", now > Instant.FromUtc(2026, 1, 1, 0, 0), $"{now}, zone {DataFolder.MachineZone()}");
    }

    private static Check Disk(ParseResult call)
    {
        var folder = Path.GetFullPath(DataFolder.Of(call));
        var free = FreeBytes(folder);
        return new Check("disk", free > LittleSpaceBytes, $"{free / (1 << 20)} MiB free for {folder}");
    }

    private static long FreeBytes(string folder)
    {
        var free = new DriveInfo(Path.GetPathRoot(folder)!).AvailableFreeSpace;
        foreach (var drive in DriveInfo.GetDrives())
            if (folder.StartsWith(drive.Name, StringComparison.Ordinal) && drive.Name.Length > 1 && drive.IsReady)
                free = drive.AvailableFreeSpace;
        return free;
    }
}
