using System.Globalization;
using System.Security;
using System.Text;

namespace Inomya.Web.Flares;

/// <summary>The dark sheet that the plan is drawn on, filled from below the clock down.</summary>
internal sealed class PlanSheet
{
    private const int Width = 1080,
        Height = 2340,
        Left = 80,
        Top = 760,
        Bottom = 2200;
    private const int TitleSize = 40,
        TextSize = 44,
        LineHeight = 60,
        TitleHeight = 70,
        PartGap = 26;
    private const string TitleColour = "#e9c9a0",
        TextColour = "#f3e7d6",
        NoteColour = "#b9a58c";

    private readonly StringBuilder _svg = new();
    private int _y = Top;

    public PlanSheet()
    {
        _svg.Append(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" """
        );
        _svg.Append(CultureInfo.InvariantCulture, $"""viewBox="0 0 {Width} {Height}" font-family="sans-serif">""");
        _svg.Append(CultureInfo.InvariantCulture, $"""<rect width="{Width}" height="{Height}" fill="#1b1815"/>""");
    }

    /// <summary>There is no room for a title and one line below it.</summary>
    public bool IsFull => _y + TitleHeight + LineHeight > Bottom;

    public void Title(string text)
    {
        Line(text, TextSize + 12, TitleColour, bold: true);
        _y += TitleHeight + PartGap;
    }

    public void Note(string text) => Line(text, TitleSize, NoteColour, bold: false);

    public void Part(string title, IEnumerable<string> lines)
    {
        Line(title, TitleSize, TitleColour, bold: true);
        _y += TitleHeight - (TitleSize / 2);
        foreach (var line in lines)
        {
            if (_y > Bottom)
                break;
            Line(line, TextSize, TextColour, bold: false);
            _y += LineHeight;
        }
        _y += PartGap;
    }

    public string End() => _svg.Append("</svg>").ToString();

    private void Line(string text, int size, string colour, bool bold)
    {
        var weight = bold ? " font-weight=\"bold\"" : "";
        var written = SecurityElement.Escape(Printable(text));
        _svg.Append(
            CultureInfo.InvariantCulture,
            $"""<text x="{Left}" y="{_y}" font-size="{size}" fill="{colour}"{weight}>{written}</text>"""
        );
    }

    /// <summary>XML has no way to write most control characters.</summary>
    private static string Printable(string text) =>
        string.Concat(text.Where(c => !char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF')));
}
