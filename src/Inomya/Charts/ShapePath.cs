using System.Globalization;
using System.Text.RegularExpressions;

namespace Inomya.Charts;

/// <summary>An outline as SVG writes it, as points and curves from its beginning to its end.</summary>
/// <remarks>Reads what our own drawings use: M, H, V, C, S, Z, absolute or from the last point. Anything else is refused.</remarks>
public static partial class ShapePath
{
    /// <summary>Each curve by its two handles and its end; a straight piece has its handles at its ends.</summary>
    /// <exception cref="FormatException">A command that none of our drawings uses.</exception>
    public static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Read(string path)
    {
        var reader = new ShapeReader();
        foreach (Match command in Commands().Matches(path))
        {
            var numbers = Numbers().Matches(command.Value[1..]);
            double[] values = [.. numbers.Select(n => double.Parse(n.Value, CultureInfo.InvariantCulture))];
            reader.Take(command.Value[0], values);
        }
        return reader.Outlines;
    }

    [GeneratedRegex("[A-Za-z][^A-Za-z]*")]
    private static partial Regex Commands();

    [GeneratedRegex(@"-?(?:\d+\.?\d*|\.\d+)")]
    private static partial Regex Numbers();
}
