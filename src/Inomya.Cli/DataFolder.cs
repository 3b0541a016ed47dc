using System.CommandLine;
using Inomya.Accounts;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Cli;

/// <summary>The data folder of a call, and the journal in it.</summary>
internal static class DataFolder
{
    public static readonly Option<string?> Option = new("--data")
    {
        Description = "The data folder (default: INOMYA_DATA, else your user data folder).",
        Recursive = true,
    };

    public static readonly Option<string?> Person = new("--person")
    {
        Description = "Whose journal, by name; needed where there are several.",
    };

    /// <summary>The folder this call works on.</summary>
    public static string Of(ParseResult call) =>
        call.GetValue(Option) is { Length: > 0 } given ? given
        : Environment.GetEnvironmentVariable("INOMYA_DATA") is { Length: > 0 } set ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "inomya");

    /// <summary>Where the keys that sign forms are kept.</summary>
    public static string KeysIn(string folder) => Path.Combine(folder, "keys");

    /// <summary>Where a file that was sent in waits.</summary>
    public static string UploadsIn(string folder) => Path.Combine(folder, "uploads");

    /// <summary>Where files that were brought in are kept as they came, if the person said so.</summary>
    public static string KeptIn(string folder) => Path.Combine(folder, "kept-files");

    /// <summary>Everything of ours in a data folder, and the folder: nobody but its owner reads any of it.</summary>
    public static IReadOnlyList<string> PrivateIn(string folder)
    {
        var own = Path.GetFullPath(folder);
        return
        [
            own,
            .. JournalPlace.FilesOf(Path.Combine(own, JournalPlace.FileName)),
            .. JournalPlace.FilesOf(Path.Combine(own, AccountPlace.FileName)),
            .. new[] { KeysIn(own), UploadsIn(own), ImportsIn(own), KeptIn(own) }
                .Where(Directory.Exists)
                .SelectMany(WithFiles),
        ];
    }

    /// <summary>Where files wait that are being brought in.</summary>
    private static string ImportsIn(string folder) => Path.Combine(UploadsIn(folder), "imports");

    private static IEnumerable<string> WithFiles(string folder) => Directory.EnumerateFiles(folder).Prepend(folder);

    /// <summary>INOMYA_DATABASE names a PostgreSQL database; otherwise the file in the data folder.</summary>
    public static JournalPlace PlaceOf(ParseResult call) =>
        Set("INOMYA_DATABASE") is { } postgres
            ? JournalPlace.InPostgres(postgres, Set("INOMYA_DATABASE_OWNER"))
            : JournalPlace.InFolder(Of(call));

    private static string? Set(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    public static Task<JournalStore> OpenAsync(ParseResult call, CancellationToken stop) =>
        JournalStore.OpenAsync(PlaceOf(call), SystemClock.Instance, stop);

    /// <summary>
    /// The journal the call is about: the only one, the one named by --person, or a new one where there is none yet. On
    /// a server it is noted there that its host came to it.
    /// </summary>
    /// <param name="look">What the command does with the journal; null where it does nothing itself.</param>
    public static async Task<Journal> JournalAsync(
        ParseResult call,
        HostLook? look,
        CancellationToken stop,
        string? zone = null
    )
    {
        var store = await OpenAsync(call, stop);
        var people = await store.PeopleAsync(stop);
        if (people.Count == 0)
            people = [await store.AddFirstPersonAsync(NameIn(call) ?? "", ZoneOr(zone), stop)];
        var journal = (await store.OfAsync(ChosenOf(call, people).Id, stop)).Until(stop);
        if (look is not null)
            await look.NoteAsync(journal);
        return journal;
    }

    /// <summary>The one named by --person, or the only one.</summary>
    /// <exception cref="UsageException">There are several, or nobody of that name.</exception>
    public static PersonName ChosenOf(ParseResult call, IReadOnlyList<PersonName> people)
    {
        var name = NameIn(call);
        return people.Where(p => name is null || p.Name == name).ToList() is [var one]
            ? one
            : throw SeveralPeople(people.Select(p => p.Name));
    }

    private static UsageException SeveralPeople(IEnumerable<string> names) =>
        new($"Say whose journal with --person. Here are: {string.Join(", ", names)}.");

    /// <summary>Null where nobody was named, or the command does not ask.</summary>
    public static string? NameIn(ParseResult call) =>
        call.CommandResult.Command.Options.Contains(Person) ? call.GetValue(Person) : null;

    private static string ZoneOr(string? zone) =>
        zone is null
            ? MachineZone()
            : DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(zone, StringComparison.OrdinalIgnoreCase))
                ?? throw new UsageException($"'{zone}' is not an IANA zone, such as Europe/Madrid.");

    /// <summary>The IANA zone of this machine; UTC where it does not say.</summary>
    public static string MachineZone() => DateTimeZoneProviders.Tzdb.GetSystemDefault().Id;
}
