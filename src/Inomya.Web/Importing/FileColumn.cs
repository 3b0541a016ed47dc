using Inomya.Importing;

namespace Inomya.Web.Importing;

/// <summary>A column of a table that does not say what it is.</summary>
/// <param name="Example">The first value it holds; empty where the first rows hold none.</param>
/// <param name="Texts">The words it holds in place of numbers, where there are few; they can be given a value.</param>
internal sealed record FileColumn(string Name, string Example, IReadOnlyList<string> Texts)
{
    private const int MostColumns = 200;
    private const int MostRows = 5_000;
    private const int MostTexts = 12;
    private const int LongestText = 40;

    /// <exception cref="ImportException">It is no table.</exception>
    public static IReadOnlyList<FileColumn> Of(Stream stream)
    {
        // not disposed: that would close the file, which is read again
        var table = CsvTable.Open(stream);
        var columns = table.Header.Distinct().Take(MostColumns).ToDictionary(h => h, _ => new Cells());
        for (var row = 0; row < MostRows && table.Read(); row++)
            foreach (var (name, cells) in columns)
                cells.Add(table[name]);
        return [.. columns.Select(c => new FileColumn(c.Key, c.Value.First, c.Value.Texts))];
    }

    /// <summary>What the cells of one column hold.</summary>
    private sealed class Cells
    {
        private readonly HashSet<string> _texts = new(StringComparer.OrdinalIgnoreCase);

        public string First { get; private set; } = "";

        /// <summary>None where there are so many that they are notes and no answers.</summary>
        public IReadOnlyList<string> Texts => _texts.Count <= MostTexts ? [.. _texts] : [];

        public void Add(string cell)
        {
            if (cell.Length == 0)
                return;
            if (First.Length == 0)
                First = cell.Length > LongestText ? cell[..LongestText] : cell;
            if (_texts.Count <= MostTexts && IsWord(cell))
                _texts.Add(cell);
        }

        /// <summary>No number, and nothing that begins as a day or an hour does.</summary>
        private static bool IsWord(string cell) =>
            cell.Length <= LongestText && !char.IsAsciiDigit(cell[0]) && WrittenNumber.Of(cell).IsNone;
    }
}
