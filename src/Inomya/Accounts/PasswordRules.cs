using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Inomya.Accounts;

/// <summary>Which passwords are taken: long ones that are not known to everyone. What letters are in it does not matter.</summary>
/// <param name="breached">A file of SHA-1 hashes, sorted, one a line, with or without ":count"; null where there is none.</param>
/// <remarks>Nothing is asked of anyone outside: the commonest are built in, and the host may give a file with all.</remarks>
public sealed class PasswordRules(string? breached = null)
{
    public const int Fewest = 12;

    public const int Most = 200;

    /// <summary>Hexadecimal digits of a SHA-1.</summary>
    private const int HashLength = 40;

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    /// <summary>What is wrong with it: "short", "long", "name" or "known"; null when nothing is.</summary>
    /// <param name="name">The name to sign in with, which is the first that anyone tries.</param>
    public string? WhyNot(string password, string name)
    {
        var letters = new StringInfo(password).LengthInTextElements;
        if (letters < Fewest)
            return "short";
        if (password.Length > Most)
            return "long";
        if (
            name.Length >= 4
            && password.Contains(name, StringComparison.OrdinalIgnoreCase)
            && letters < name.Length + Fewest
        )
            return "name";
        return IsKnown(password) ? "known" : null;
    }

    private bool IsKnown(string password) =>
        Common.Value.Contains(password.ToUpperInvariant())
        || password.Distinct().Count() <= 3
        || IsARow(password)
        || (breached is not null && IsIn(breached, HashOf(password)));

#pragma warning disable CA5350 // the lists that people can get are of these hashes; nothing is protected by it here
    private static string HashOf(string password) =>
        Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350

    /// <summary>Letters or digits one after the other, such as "abcdefghijkl".</summary>
    private static bool IsARow(string password) =>
        password.Zip(password.Skip(1)).All(p => p.Second - p.First == 1)
        || password.Zip(password.Skip(1)).All(p => p.First - p.Second == 1);

    private static HashSet<string> ReadCommon()
    {
        using var resource = typeof(PasswordRules).Assembly.GetManifestResourceStream("accounts/common-passwords.txt")!;
        using var reader = new StreamReader(resource);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l.Trim().ToUpperInvariant()),
        ];
    }

    /// <summary>Halves the file until the line is found: the whole list has a billion of them.</summary>
    internal static bool IsIn(string file, string hash)
    {
        using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 12);
        var (low, high) = (0L, bytes.Length);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            var (line, next) = LineAfter(bytes, middle);
            var order = line is null ? 1 : string.Compare(line, hash, StringComparison.OrdinalIgnoreCase);
            if (order == 0)
                return true;
            (low, high) = order < 0 ? (next, high) : (low, middle);
        }
        return false;
    }

    /// <summary>The hash of the first line that begins at a place or after it, and where the next begins; null at the end.</summary>
    private static (string? Hash, long Next) LineAfter(FileStream bytes, long place)
    {
        // from the byte before: a place where a line begins is its own
        bytes.Position = Math.Max(0, place - 1);
        if (place > 0)
            SkipLine(bytes);
        var hash = new StringBuilder(HashLength);
        int letter;
        while ((letter = bytes.ReadByte()) is not (-1 or '\n'))
            if (hash.Length < HashLength)
                hash.Append((char)letter);
        return (hash.Length == HashLength ? hash.ToString() : null, bytes.Position);
    }

    private static void SkipLine(FileStream bytes)
    {
        while (bytes.ReadByte() is not (-1 or '\n'))
            continue;
    }
}
