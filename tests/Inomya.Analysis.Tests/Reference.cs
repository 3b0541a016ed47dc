using System.Globalization;

namespace Inomya.Analysis.Tests;

/// <summary>A file of reference/: numbers by column name; an empty cell is NaN, a word is not read.</summary>
internal sealed class Reference
{
    private readonly Dictionary<string, double[]> _columns = [];

    public Reference(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "reference", file));
        var cells = lines[1..].Select(l => l.Split(',')).ToArray();
        var names = lines[0].Split(',');
        for (var c = 0; c < names.Length; c++)
            _columns[names[c]] = [.. cells.Select(row => Number(row[c]))];
    }

    public double[] this[string column] => _columns[column];

    private static double Number(string cell) =>
        double.TryParse(cell, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}
