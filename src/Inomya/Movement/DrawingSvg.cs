using System.Text;

namespace Inomya.Movement;

/// <summary>Draws a pose as SVG. Colours come from the page: everything is a class over <c>currentColor</c>.</summary>
public static class DrawingSvg
{
    /// <summary>The view box of every phase of a drawing.</summary>
    public static string ViewBox(Drawing drawing) => string.Join(' ', drawing.Box.Select(SvgPath.Number));

    /// <summary>What stands inside the svg element: things behind, the figure, things before it, arrows.</summary>
    public static string Of(Drawing drawing, DrawnPhase phase)
    {
        var things = drawing.Props.Concat(phase.Props).ToLookup(p => p.Front, p => DrawnThings.Svg(p, drawing));
        var svg = new StringBuilder().AppendJoin("", things[false]);
        if (phase is { Near: { } near, Far: { } far })
            DrawnFigure.Append(svg, phase, near, far);
        svg.AppendJoin("", things[true]);
        return svg.AppendJoin("", phase.Arrows.Select(ArrowOf)).ToString();
    }

    private static string ArrowOf(DrawnArrow arrow)
    {
        var (from, to) = (Point.Of(arrow.From), Point.Of(arrow.To));
        var middle = (from + to) * 0.5 + (to - from).Unit.Left * (2 * arrow.Bend);
        var paths = $"""<path d="M{from}Q{middle} {to}"/>{Tip(to, middle)}{(arrow.Both ? Tip(from, middle) : "")}""";
        return $"""<g class="dr-arrow-halo">{paths}</g><g class="dr-arrow">{paths}</g>""";
    }

    /// <summary>Two short lines from the end, each turned back from the way by 30 degrees.</summary>
    private static string Tip(Point end, Point from)
    {
        const double Length = 8,
            Turn = 150;
        var way = (end - from).Unit;
        return $"""<path d="M{end + way.Turned(Turn) * Length}L{end}L{end + way.Turned(-Turn) * Length}"/>""";
    }
}
