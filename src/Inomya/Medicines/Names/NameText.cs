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
        var length = b.Length + 1;
        var rows = new EditRows(stackalloc int[length], stackalloc int[length], stackalloc int[length]);
        for (var i = 1; i <= a.Length; i++)
            rows.Add(a, i, b);
        return rows.Edits;
    }
}
