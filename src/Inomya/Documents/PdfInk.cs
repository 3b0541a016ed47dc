using PdfSharp.Drawing;

namespace Inomya.Documents;

/// <summary>Colours of a PDF: dark on white, and told apart in grey too.</summary>
internal static class PdfInk
{
    public static readonly XColor Text = XColor.FromArgb(20, 20, 20),
        Soft = XColor.FromArgb(85, 85, 85),
        Accent = XColor.FromArgb(31, 77, 64),
        Second = XColor.FromArgb(176, 92, 40),
        Rule = XColor.FromArgb(190, 190, 190),
        Grid = XColor.FromArgb(222, 222, 222),
        Dots = XColor.FromArgb(170, 180, 176),
        Flare = XColor.FromArgb(240, 222, 212),
        Bar = XColor.FromArgb(140, 120, 70),
        Mark = XColor.FromArgb(122, 48, 21),
        Sunk = XColor.FromArgb(244, 246, 243);

    public static XPen Pen(XColor colour, double width, bool dashed = false) =>
        new(colour, width) { LineJoin = XLineJoin.Round, DashStyle = dashed ? XDashStyle.Dash : XDashStyle.Solid };
}
