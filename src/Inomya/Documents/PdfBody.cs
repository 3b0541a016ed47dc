using Inomya.Charts;
using Inomya.Reports;
using PdfSharp.Drawing;

namespace Inomya.Documents;

/// <summary>The drawn body of a PDF, front and back, each place shaded by how often it hurt.</summary>
internal sealed class PdfBody(PdfSheet sheet, PlacesBlock places)
{
    private const double Height = 118,
        Gap = 6;

    /// <summary>From no shade to the deepest.</summary>
    private static readonly XColor[] Shades =
    [
        XColor.FromArgb(255, 255, 255),
        XColor.FromArgb(243, 226, 208),
        XColor.FromArgb(233, 201, 168),
        XColor.FromArgb(207, 138, 92),
        XColor.FromArgb(168, 85, 47),
        XColor.FromArgb(109, 42, 16),
    ];

    private static readonly XPen Line = PdfInk.Pen(PdfInk.Soft, 0.4);

    private static double Scale => Height / BodyShapes.Height;

    public void Draw()
    {
        sheet.Room(Height + Gap);
        sheet.Figure($"{places.Title}. {places.Summary}", Height + Gap, () =>
        {
            foreach (var view in Enum.GetValues<BodyShapes.View>())
                Figure(view);
            sheet.Y += Height + Gap;
        });
    }

    private void Figure(BodyShapes.View view)
    {
        Shape(view, BodyShapes.Head, mirrored: false, Shades[0]);
        foreach (var region in BodyShapes.All)
            if (BodyShapes.Shape(region, view) is var (path, mirrored))
                Shape(view, path, mirrored, ShadeOf(region));
    }

    private XColor ShadeOf(string region) =>
        Shades[(int)Math.Round(Math.Clamp(places.Share.GetValueOrDefault(region), 0, 1) * (Shades.Length - 1))];

    private void Shape(BodyShapes.View view, string path, bool mirrored, XColor colour)
    {
        var shape = new XGraphicsPath();
        foreach (var outline in ShapePath.Read(path))
        {
            shape.StartFigure();
            XPoint[] points = [.. outline.Select(p => Place(p, view, mirrored))];
            shape.AddBeziers(points);
            shape.CloseFigure();
        }
        sheet.Shape(shape, Line, colour);
    }

    private XPoint Place((double X, double Y) point, BodyShapes.View view, bool mirrored)
    {
        var at = view == BodyShapes.View.Front ? BodyShapes.FrontAt : BodyShapes.BackAt;
        var x = at + (mirrored ? BodyShapes.Width - point.X : point.X);
        return new XPoint(PdfSheet.Left + x * Scale, sheet.Y + point.Y * Scale);
    }
}
