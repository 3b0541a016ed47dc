using System.Text;

namespace Inomya.Movement;

/// <summary>A figure with round limbs: what is near is dark, what is far is lighter, and a halo parts one from the other.</summary>
internal static class DrawnFigure
{
    private const double HaloWidth = 4,
        SideTorso = 22,
        FrontTorso = 11,
        NeckWidth = 8,
        BelowNeck = 8;

    public static void Append(StringBuilder svg, DrawnPhase phase, DrawnSide near, DrawnSide far)
    {
        if (phase.View == "side")
        {
            svg.Append(Limb(Arm(far), "dr-far")).Append(Limb(Leg(far), "dr-far"));
            svg.Append(SideBody(phase, near)).Append(DrawnHead.Svg(phase, Neck(phase)));
            svg.Append(Limb(Leg(near), "dr-near")).Append(Limb(Arm(near), "dr-near"));
            return;
        }
        svg.Append(Limb(Leg(far), "dr-near")).Append(Limb(Leg(near), "dr-near"));
        svg.Append(FrontBody(near, far)).Append(DrawnHead.Svg(phase, Neck(phase)));
        svg.Append(Limb(Arm(far), "dr-near")).Append(Limb(Arm(near), "dr-near"));
    }

    private static (Point From, Point To, double Width)[] Arm(DrawnSide side) =>
        [
            (Point.Of(side.Shoulder), Point.Of(side.Elbow), 9),
            (Point.Of(side.Elbow), Point.Of(side.Wrist), 7.5),
            (Point.Of(side.Wrist), Point.Of(side.Hand), 7),
        ];

    private static (Point From, Point To, double Width)[] Leg(DrawnSide side) =>
        [
            (Point.Of(side.Hip), Point.Of(side.Knee), 13),
            (Point.Of(side.Knee), Point.Of(side.Ankle), 10.5),
            (Point.Of(side.Ankle), Point.Of(side.Toe), 7.5),
        ];

    private static string Limb((Point From, Point To, double Width)[] parts, string tone) =>
        $"""<g class="dr-halo">{Lines(parts, HaloWidth)}</g><g class="{tone}">{Lines(parts, 0)}</g>""";

    private static string Lines((Point From, Point To, double Width)[] parts, double wider) =>
        string.Concat(parts.Select(p => SvgPath.Line(p.From, p.To, p.Width + wider)));

    private static string SideBody(DrawnPhase phase, DrawnSide near)
    {
        var (hip, neck) = (Point.Of(near.Hip), Point.Of(phase.Neck));
        var top = neck - ((neck - hip).Unit * BelowNeck);
        return Body(
            phase.Back is { Count: 2 } back ? $"M{hip}Q{Bend(hip, neck, back)} {top}" : $"M{hip}L{top}",
            "",
            SideTorso
        );
    }

    /// <summary>Where a curve has to aim so that its middle is at the back.</summary>
    private static Point Bend(Point hip, Point neck, List<double> back) => (Point.Of(back) * 2) - ((hip + neck) * 0.5);

    private static string FrontBody(DrawnSide near, DrawnSide far) =>
        Body(
            SvgPath.Through([Point.Of(near.Shoulder), Point.Of(far.Shoulder), Point.Of(far.Hip), Point.Of(near.Hip)])
                + "Z",
            " dr-full",
            FrontTorso
        );

    private static string Body(string path, string fill, double width) =>
        $"""<path class="dr-halo{fill}" d="{path}" stroke-width="{SvgPath.Number(width + HaloWidth)}"/><path class="dr-body{fill}" d="{path}" stroke-width="{SvgPath.Number(width)}"/>""";

    private static string Neck(DrawnPhase phase) =>
        $"""<g class="dr-body">{SvgPath.Line(Point.Of(phase.Neck), Point.Of(phase.Head), NeckWidth)}</g>""";
}
