using System.CommandLine;
using Inomya.Content;
using Inomya.Journals;

namespace Inomya.Cli;

/// <summary>Where the key of a backup comes from: a passphrase given, else the recovery key outside the data folder.</summary>
internal static class BackupKeys
{
    public static readonly Option<FileInfo?> PassphraseFile = new("--passphrase-file")
    {
        Description = "A file whose first line is the passphrase (or INOMYA_PASSPHRASE).",
    };
    public static readonly Option<FileInfo?> KeyFile = new("--key-file")
    {
        Description = "The file that holds the recovery key (default: INOMYA_KEY_FILE, else your settings folder).",
    };

    /// <summary>The key for a new backup; makes a recovery key, once, where there is neither one nor a passphrase.</summary>
    public static BackupKey ForNew(ParseResult call, Words words)
    {
        if (Passphrase(call) is { } passphrase)
            return passphrase;
        var file = FileOf(call);
        return File.Exists(file) ? FromFile(file) : MakeIn(file, words);
    }

    private static BackupKey MakeIn(string file, Words words)
    {
        var key = BackupKey.NewRecoveryKey();
        PrivateFile.CreateFolder(Path.GetDirectoryName(file)!);
        using (var text = new StreamWriter(PrivateFile.Create(file)))
            text.WriteLine(key.OnPaper());
        Output.Say(words["backup.first-key", ("file", file)]);
        Output.Say($"{Environment.NewLine}    {key.OnPaper()}{Environment.NewLine}");
        return key;
    }

    /// <summary>The key for a backup that is there; asks for a passphrase where there is someone to ask.</summary>
    public static BackupKey ForOld(ParseResult call, BackupKeyKind kind, Words words)
    {
        if (Passphrase(call) is { } passphrase)
            return passphrase;
        if (kind == BackupKeyKind.Passphrase)
            return Ask(words);
        var file = FileOf(call);
        return File.Exists(file) ? FromFile(file) : throw new BackupException("no-key");
    }

    /// <summary>Where the recovery key is, or will be: never in the data folder, so that a copy of that folder does not hold its own key.</summary>
    public static string FileOf(ParseResult call) =>
        call.GetValue(KeyFile) is { } given ? given.FullName
        : Environment.GetEnvironmentVariable("INOMYA_KEY_FILE") is { Length: > 0 } set ? Path.GetFullPath(set)
        : Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.ApplicationData,
                Environment.SpecialFolderOption.DoNotVerify
            ),
            "inomya",
            "recovery.key"
        );

    private static BackupKey FromFile(string file) => BackupKey.FromPaper(File.ReadAllText(file));

    private static BackupKey? Passphrase(ParseResult call)
    {
        if (call.GetValue(KeyFile) is not null)
            return null;
        if (call.GetValue(PassphraseFile) is { } file)
            return BackupKey.FromPassphrase(File.ReadLines(file.FullName).FirstOrDefault() ?? "");
        return Environment.GetEnvironmentVariable("INOMYA_PASSPHRASE") is { Length: > 0 } set
            ? BackupKey.FromPassphrase(set)
            : null;
    }

    /// <summary>Reads a passphrase from the terminal without showing it.</summary>
    private static BackupKey Ask(Words words)
    {
        if (Console.IsInputRedirected)
            throw new BackupException("needs-passphrase");
        Console.Error.Write(words["backup.ask"]);
        var typed = TypedLine();
        Console.Error.WriteLine();
        return BackupKey.FromPassphrase(typed);
    }

    private static string TypedLine()
    {
        var typed = new System.Text.StringBuilder();
        for (var key = NextKey(); key.Key != ConsoleKey.Enter; key = NextKey())
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        return typed.ToString();
    }

    private static ConsoleKeyInfo NextKey() => Console.ReadKey(intercept: true);
}
