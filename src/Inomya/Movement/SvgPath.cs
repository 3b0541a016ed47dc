using System.Globalization;

namespace Inomya.Movement;

/// <summary>Pieces of SVG, in numbers with one digit after the point.</summary>
internal static class SvgPath
{
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Straight lines through points.</summary>
    public static string Through(IEnumerable<Point> points) => $"M{string.Join('L', points)}";

    public static string Line(Point from, Point to, double width) =>
        $"""<path d="M{from}L{to}" stroke-width="{Number(width)}"/>""";

    public static string Circle(string kind, Point middle, double radius) =>
        $"""<circle class="{kind}" cx="{Number(middle.X)}" cy="{Number(middle.Y)}" r="{Number(radius)}"/>""";
}
