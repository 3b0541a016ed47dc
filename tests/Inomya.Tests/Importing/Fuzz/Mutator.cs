using System.Globalization;
using System.Text;

namespace Inomya.Tests.Importing.Fuzz;

/// <summary>Makes broken files of whole ones: some bytes, a number, a text, a part of it or of another file, a depth.</summary>
/// <param name="random">The same numbers make the same file.</param>
internal sealed class Mutator(Random random)
{
    private const int Deepest = 2_000;

    /// <summary>What has broken readers of files before.</summary>
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "",
            "\"",
            "'",
            "\"\"",
            "\0",
            "\uFEFF",
            "\n",
            "\r",
            ",",
            ";",
            "\t",
            "null",
            "true",
            "[]",
            "{}",
            "{\"\":0}",
            "-1",
            "0",
            "1e999",
            "-1e-320",
            "NaN",
            "Infinity",
            "9223372036854775808",
            "99999999999999999999999999",
            "0.1.2",
            "1,234.5",
            "1.234,5",
            "0000-00-00",
            "9999-12-31T23:59:59Z",
            "0001-01-01",
            "2026-02-30",
            "2026-03-29T02:30:00",
            "24:00",
            "-00:00",
            "+99:99",
            "<",
            ">",
            "/>",
            "&lt;",
            "&x;",
            "<!DOCTYPE a [<!ENTITY b \"cc\">]>",
            "]]>",
            "../../../etc",
            "PK\u0003\u0004",
            "\u0130",
            "\uD83D\uDE00",
            "%n%s",
        }.Select(token => Encoding.UTF8.GetBytes(token)),
        [0xFF, 0xFE],
        [0xC3, 0x28],
        [0xED, 0xA0, 0x80],
    ];

    /// <param name="other">Of which parts may come into it.</param>
    public byte[] Change(byte[] whole, byte[] other)
    {
        var bytes = whole.ToList();
        for (var times = random.Next(1, 5); times > 0; times--)
            ChangeOnce(bytes, other);
        return [.. bytes];
    }

    private void ChangeOnce(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(10))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                break;
            case 2:
                bytes.RemoveRange(at, random.Next(bytes.Count - at + 1));
                break;
            case 3:
                bytes.RemoveRange(at, random.Next(Math.Min(40, bytes.Count - at) + 1));
                break;
            case 4:
                bytes.InsertRange(at, PartOf(bytes));
                break;
            case 5:
                bytes.InsertRange(at, PartOf([.. other]));
                break;
            case 6:
                Replace(bytes, at, IsInNumber, NumberOrToken());
                break;
            case 7:
                Replace(bytes, at, b => b is not ((byte)'"' or (byte)',' or (byte)';' or (byte)'\n'), NumberOrToken());
                break;
            case 8:
                bytes.InsertRange(at, Deep());
                break;
            default:
                SwapLines(bytes);
                break;
        }
    }

    private List<byte> PartOf(List<byte> bytes)
    {
        var from = random.Next(bytes.Count + 1);
        return bytes.GetRange(from, random.Next(Math.Min(400, bytes.Count - from) + 1));
    }

    /// <summary>The whole word at a place, by what belongs to it.</summary>
    private static void Replace(List<byte> bytes, int at, Func<byte, bool> belongs, byte[] with)
    {
        var (from, to) = (at, at);
        while (from > 0 && belongs(bytes[from - 1]))
            from--;
        while (to < bytes.Count && belongs(bytes[to]))
            to++;
        bytes.RemoveRange(from, to - from);
        bytes.InsertRange(from, with);
    }

    private static bool IsInNumber(byte b) =>
        b is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'-' or (byte)'+';

    private byte[] NumberOrToken() =>
        random.Next(2) == 0
            ? Tokens[random.Next(Tokens.Length)]
            : Encoding.UTF8.GetBytes((random.NextInt64() >> random.Next(64)).ToString(CultureInfo.InvariantCulture));

    private byte[] Deep()
    {
        var open = (byte)"[{<(\""[random.Next(5)];
        return [.. Enumerable.Repeat(open, random.Next(Deepest))];
    }

    private void SwapLines(List<byte> bytes)
    {
        var lines = Encoding.Latin1.GetString([.. bytes]).Split('\n');
        var (a, b) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[a], lines[b]) = (lines[b], lines[a]);
        bytes.Clear();
        bytes.AddRange(Encoding.Latin1.GetBytes(string.Join('\n', lines)));
    }
}
