using System.Text;
using Inomya.Content;

namespace Inomya.Movement;

/// <summary>Floor, chair, wall, water and whatever else stands beside the figure.</summary>
internal static class DrawnThings
{
    private const double WaveLength = 20,
        BandOfShape = 3;

    /// <summary>What is drawn as a line through its points, by its class.</summary>
    private static readonly Dictionary<string, string> Lines = new()
    {
        ["floor"] = "dr-floor",
        ["wall"] = "dr-thing",
        ["rail"] = "dr-thing",
        ["band"] = "dr-band",
    };

    /// <summary>What is drawn as an area within its points.</summary>
    private static readonly HashSet<string> Areas = ["step", "mat", "pillow"];

    public static string Svg(DrawnProp prop, Drawing drawing) =>
        Lines.TryGetValue(prop.Kind, out var line) ? Path(line, Through(prop))
        : Areas.Contains(prop.Kind) ? Path($"dr-{prop.Kind}", Through(prop) + "Z")
        : Standing(prop, drawing);

    private static string Standing(DrawnProp prop, Drawing drawing) =>
        prop.Kind switch
        {
            "shape" => Shape(prop),
            "weight" => Weight(Point.Of(prop.Points[0])),
            "chair" => Path("dr-thing", Chair(Point.Of(prop.At), prop.Faces == "left" ? 1 : -1)),
            "chair-front" => Path("dr-thing", ChairFront(Point.Of(prop.At))),
            "bike" => Bike(Point.Of(prop.At)),
            "water" => Water(prop.At[1], drawing.Box),
            _ => throw new ContentException(
                "exercises/drawings.yaml",
                $"{drawing.Id} has a {prop.Kind}, which nobody draws"
            ),
        };

    private static string Path(string kind, string path) => $"""<path class="{kind}" d="{path}"/>""";

    private static string Through(DrawnProp prop) => SvgPath.Through(prop.Points.Select(Point.Of));

    private static string Shape(DrawnProp prop) =>
        Wide("dr-halo", prop, prop.Width + BandOfShape) + Wide($"dr-{prop.Tone}", prop, prop.Width);

    private static string Wide(string kind, DrawnProp prop, double width) =>
        $"""<path class="{kind}" d="{Through(prop)}" stroke-width="{SvgPath.Number(width)}"/>""";

    private static string Weight(Point hand) =>
        $"""<rect class="dr-weight" x="{N(hand.X - 4.5)}" y="{N(hand.Y - 9)}" width="9" height="18" rx="3"/>""";

    /// <summary>Seen from its side; the middle of the seat is given.</summary>
    private static string Chair(Point seat, int back) =>
        $"M{At(seat, -18, 0)}H{N(seat.X + 18)}M{At(seat, -15, 0)}V180M{At(seat, 15, 0)}V180"
        + $"M{At(seat, back * 18, 0)}L{At(seat, back * 22, -50)}";

    private static string ChairFront(Point seat) =>
        $"M{At(seat, -24, 0)}H{N(seat.X + 24)}M{At(seat, -21, 0)}V180M{At(seat, 21, 0)}V180"
        + $"M{At(seat, -22, 0)}V{N(seat.Y - 52)}H{N(seat.X + 22)}V{N(seat.Y)}";

    /// <summary>A bicycle that stands still; the middle of the crank is given.</summary>
    private static string Bike(Point crank) =>
        SvgPath.Circle("dr-thing", crank + new Point(24, -2), 20)
        + Path(
            "dr-thing",
            $"M{crank}L{At(crank, -18, -44)}M{At(crank, -38, -45)}H{N(crank.X - 8)}"
                + $"M{crank}H{N(crank.X + 24)}L{At(crank, 40, -62)}L{At(crank, 30, -74)}"
                + $"M{At(crank, -6, 0)}L{N(crank.X - 22)} 177M{At(crank, 24, 0)}L{N(crank.X + 44)} 177"
                + $"M{N(crank.X - 36)} 178H{N(crank.X + 56)}"
        );

    private static string Water(double level, List<double> box)
    {
        var waves = new StringBuilder($"M{N(box[0])} {N(level)}");
        for (var x = 0.0; x < box[2]; x += WaveLength)
            waves.Append("q5 -5 10 0t10 0");
        return $"""<rect class="dr-water" x="{N(box[0])}" y="{N(level)}" width="{N(box[2])}" height="{N(Drawing.Floor - level)}"/>"""
            + Path("dr-wave", waves.ToString());
    }

    private static Point At(Point from, double x, double y) => from + new Point(x, y);

    private static string N(double value) => SvgPath.Number(value);
}
