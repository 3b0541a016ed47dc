using System.Numerics;
using Inomya.Vocabulary;

namespace Inomya.Medicines;

/// <summary>Names made comparable: case, accents, hyphens, spaces and apostrophes do not count.</summary>
internal static class NameText
{
    /// <inheritdoc cref="PlainWords.Of"/>
    public static List<string> Words(string written) => PlainWords.Of(written);

    /// <summary>The letters and digits alone; what names are looked up by.</summary>
    public static string Key(string written) => Key(Words(written));

    public static string Key(IEnumerable<string> words) => string.Concat(words);

    /// <summary>Which letters a key has, a bit each: two keys that differ in many are far apart.</summary>
    public static int Letters(string key) => key.Aggregate(0, (bits, c) => bits | (1 << (c % 32)));

    /// <summary>A bound from below on <see cref="Edits"/>, from the letters alone.</summary>
    public static int FewestEdits(int letters, int others) =>
        (BitOperations.PopCount((uint)(letters ^ others)) + 1) / 2;

    /// <summary>
    /// Edits between two keys: insert, remove, change, or swap two neighbours; counted up to <paramref name="most"/> +
    /// 1.
    /// </summary>
    public static int Edits(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return most + 1;
        Span<int> before = stackalloc int[b.Length + 1],
            last = stackalloc int[b.Length + 1],
            row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(last[j], row[j - 1]) + 1);
                if (AreSwapped(a, i, b, j))
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[b.Length];
    }

    /// <summary>The two letters up to here are those of the other key, the other way round.</summary>
    private static bool AreSwapped(string a, int i, string b, int j) =>
        i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
}
