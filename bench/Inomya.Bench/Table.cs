namespace Inomya.Bench;

/// <summary>Prints a table in columns wide enough for what is in them.</summary>
internal static class Table
{
    public static void Print(string title, string[] head, IReadOnlyList<string[]> rows)
    {
        Console.WriteLine($"\n{title}");
        int[] width =
        [
            .. head.Select((h, c) => Math.Max(h.Length, rows.Select(r => r[c].Length).DefaultIfEmpty(0).Max())),
        ];
        foreach (var row in rows.Prepend([.. width.Select(w => new string('-', w))]).Prepend(head))
            Console.WriteLine(
                "  "
                    + string.Join(
                        "  ",
                        row.Select((cell, c) => c == 0 ? cell.PadRight(width[c]) : cell.PadLeft(width[c]))
                    )
            );
    }
}
