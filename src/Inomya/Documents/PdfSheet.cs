using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Inomya.Documents;

/// <summary>
/// The pages of a PDF from top to bottom: where the next thing goes, what it is for a screen reader, and when a new page
/// begins. Without a document it only counts pages.
/// </summary>
/// <remarks>All lengths are points; A4, the paper of most of the world, fits on US Letter when printed to fit.</remarks>
internal sealed class PdfSheet
{
    private const double PageWidth = 595,
        PageHeight = 842,
        Side = 42,
        Top = 38,
        Foot = 34;

    private readonly PdfDocument? _document;
    private readonly PdfFonts _fonts;
    private readonly Stack<PdfBlockLevelElementTag> _open = new();
    private readonly Action<PdfSheet> _footer;
    private UAManager? _manager;
    private XGraphics? _graphics;

    /// <param name="document">Null to count the pages only.</param>
    /// <param name="footer">Draws what stands at the foot of each page.</param>
    public PdfSheet(PdfDocument? document, PdfFonts fonts, Action<PdfSheet> footer)
    {
        (_document, _fonts, _footer) = (document, fonts, footer);
        _manager = document is null ? null : UAManager.ForDocument(document);
        NewPage();
    }

    public static double Left => Side;
    public static double Width => PageWidth - 2 * Side;
    public static double Bottom => PageHeight - Foot - 8;

    /// <summary>Where the foot of a page is written.</summary>
    public static double FootLine => PageHeight - Foot + 6;

    /// <summary>Where the next thing begins.</summary>
    public double Y { get; set; }

    public int Pages { get; private set; }

    private StructureBuilder? Tags => _manager?.StructureBuilder;

    /// <summary>Begins a new page where less than this is left; what is open goes on there.</summary>
    /// <returns>A page was begun.</returns>
    public bool Room(double height)
    {
        if (Y + height <= Bottom || Y <= Top)
            return false;
        NewPage();
        return true;
    }

    public void NewPage()
    {
        foreach (var _ in _open)
            Tags?.End();
        _graphics?.Dispose();
        Pages++;
        Y = Top;
        if (_document is not null)
        {
            var page = _document.AddPage();
            (page.Width, page.Height) = (XUnit.FromPoint(PageWidth), XUnit.FromPoint(PageHeight));
            _graphics = XGraphics.FromPdfPage(page);
            Artifact(() => _footer(this));
        }
        foreach (var tag in _open.Reverse())
            Tags?.BeginElement(tag);
    }

    /// <summary>What is drawn inside is read as this.</summary>
    public void As(PdfBlockLevelElementTag tag, Action draw)
    {
        _open.Push(tag);
        Tags?.BeginElement(tag);
        draw();
        Tags?.End();
        _open.Pop();
    }

    /// <summary>What is drawn inside is a picture, and read as its words.</summary>
    /// <param name="height">From <see cref="Y"/>; it must fit on this page.</param>
    public void Figure(string alt, double height, Action draw)
    {
        Tags?.BeginElement(PdfIllustrationElementTag.Figure, alt, new XRect(Left, Y, Width, height));
        draw();
        Tags?.End();
    }

    /// <summary>What is drawn inside is for the eye alone.</summary>
    public void Artifact(Action draw)
    {
        Tags?.BeginArtifact();
        draw();
        Tags?.End();
    }

    public void Write(PdfLine line, double x, double baseline, double size, XColor colour)
    {
        if (_graphics is null)
            return;
        var brush = new XSolidBrush(colour);
        foreach (var run in line.Runs)
        {
            _graphics.DrawString(run.Text, _fonts.Font(run.Face, size), brush, x, baseline);
            x += run.Width;
        }
    }

    public void Path(IReadOnlyList<(double X, double Y)> points, XPen pen)
    {
        if (_graphics is not null && points.Count > 1)
            _graphics.DrawLines(pen, [.. points.Select(p => new XPoint(p.X, p.Y))]);
    }

    public void Dot(double x, double y, double radius, XColor colour) =>
        _graphics?.DrawEllipse(new XSolidBrush(colour), x - radius, y - radius, 2 * radius, 2 * radius);

    public void Box(double x, double y, double width, double height, XColor colour) =>
        _graphics?.DrawRectangle(new XSolidBrush(colour), x, y, width, height);

    public void Shape(XGraphicsPath shape, XPen pen, XColor colour) =>
        _graphics?.DrawPath(pen, new XSolidBrush(colour), shape);

    /// <summary>Nothing more is drawn.</summary>
    public void End() => _graphics?.Dispose();
}
