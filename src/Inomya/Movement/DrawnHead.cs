namespace Inomya.Movement;

/// <summary>A head with hair, so that one sees where it looks: from the side with a nose, from the front with eyes and mouth.</summary>
internal static class DrawnHead
{
    private const double Radius = 11.5,
        Nose = 2.2,
        Eye = 1.5,
        AsidePart = 0.75,
        HairOfSide = 82,
        HairOfFront = 62;

    public static string Svg(DrawnPhase phase, string neck)
    {
        var (head, face) = (Point.Of(phase.Head), Point.Of(phase.Face));
        var up = (head - Point.Of(phase.Neck)).Unit;
        var aside = Math.Max(Math.Abs(face.X), Math.Abs(face.Y)) > AsidePart;
        var skull = $"{neck}{SvgPath.Circle("dr-head", head, Radius)}";
        return aside
            ? skull + Hair(head, ((up * AsidePart) - face).Unit, HairOfSide) + SideFace(head, face, up)
            : skull + Hair(head, up, HairOfFront) + FrontFace(head, face, up);
    }

    private static string Hair(Point head, Point toward, double half)
    {
        var (from, to) = (head + (toward.Turned(-half) * Radius), head + (toward.Turned(half) * Radius));
        var radius = SvgPath.Number(Radius);
        return $"""<path class="dr-hair" d="M{from}A{radius} {radius} 0 0 1 {to}Z"/>""";
    }

    private static string SideFace(Point head, Point face, Point up) =>
        SvgPath.Circle("dr-ink", head + (face * (Radius + 1.2)) - (up * 1.5), Nose)
        + SvgPath.Circle("dr-ink", head + (face * 6) + (up * 1.5), Eye);

    private static string FrontFace(Point head, Point face, Point up)
    {
        var right = new Point(-up.Y, up.X);
        var middle = head + new Point(face.X * 9, 0) - up;
        var mouth = head + (face * 9) - (up * 6);
        return SvgPath.Circle("dr-ink", middle + (right * 4), Eye)
            + SvgPath.Circle("dr-ink", middle - (right * 4), Eye)
            + $"""<path class="dr-mouth" d="M{mouth - (right * 2.6)}L{mouth + (right * 2.6)}"/>""";
    }
}
