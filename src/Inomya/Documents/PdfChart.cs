using Inomya.Charts;
using Inomya.Content;
using Inomya.Reports;
using NodaTime;
using PdfSharp.Drawing;

namespace Inomya.Documents;

/// <summary>A course over days in a PDF: the same frame, lines and marks as on the page.</summary>
internal sealed class PdfChart
{
    private const double Height = 104,
        Tick = 12,
        BarHeight = 6,
        BarRow = 11,
        Size = 7.4,
        LegendRow = 11,
        AxisWidth = 20,
        NameWidth = 118,
        Gap = 6;

    private readonly PdfSheet _sheet;
    private readonly PdfText _text;
    private readonly Words _words;
    private readonly CourseBlock _course;
    private readonly Frame _frame;
    private readonly double _left;
    private readonly double _top;

    /// <param name="scale">How much smaller than usual it is all drawn.</param>
    public PdfChart(PdfSheet sheet, PdfText text, Words words, CourseBlock course)
    {
        (_sheet, _text, _words, _course) = (sheet, text, words, course);
        _frame = Frame.Around(course.Start, course.Values, course.Low, course.Top);
        _left = PdfSheet.Left + (course.Bars.Count > 0 ? NameWidth : AxisWidth);
        sheet.Room(HeightOf);
        _top = sheet.Y + 4;
    }

    private double Width => PdfSheet.Left + PdfSheet.Width - _left;

    private double HeightOf => 4 + Height + Tick + _course.Bars.Count * BarRow + LegendLines().Count * LegendRow + Gap;

    public void Draw() => _sheet.Figure($"{_course.Title}. {_course.Summary}", HeightOf, () =>
        {
            Marks();
            Grid();
            Lines();
            Bars();
            Legend();
            _sheet.Y += HeightOf;
        });

    private double X(double onSheet) => _left + onSheet / Frame.Sheet * Width;

    private double Y(double onSheet) => _top + onSheet / Frame.Sheet * Height;

    private void Marks()
    {
        foreach (var (x, width) in _frame.Seen(_course.Flares.Select(f => new DaySpan(f.From, f.To))))
            _sheet.Box(X(x), _top, Math.Max(1, width / Frame.Sheet * Width), Height, PdfInk.Flare);
        foreach (var change in ChangesSeen)
            _sheet.Path(
                [(X(_frame.Edge(change.Day)), _top), (X(_frame.Edge(change.Day)), _top + Height)],
                PdfInk.Pen(PdfInk.Mark, 0.9, dashed: true)
            );
        foreach (var day in _course.BadDays.Where(d => d >= _frame.Start && d <= _frame.End))
        {
            var x = X(_frame.X(Period.DaysBetween(_frame.Start, day)));
            _sheet.Path([(x, _top), (x, _top + 6)], PdfInk.Pen(PdfInk.Text, 1.4));
        }
    }

    private IEnumerable<CourseChange> ChangesSeen =>
        _course.Changes.Where(c => c.Day >= _frame.Start && c.Day <= _frame.End);

    private void Grid()
    {
        foreach (var value in _frame.Grid())
        {
            var y = Y(_frame.Y(value));
            _sheet.Path([(_left, y), (_left + Width, y)], PdfInk.Pen(PdfInk.Grid, 0.5));
            var label = _text.One(_words.Number(value), Size);
            _sheet.Write(label, _left - 4 - label.Width, y + Size * 0.34, Size, PdfInk.Soft);
        }
        foreach (var (x, text) in _frame.Ticks(_words))
        {
            var label = _text.One(text, Size);
            var at = Math.Clamp(X(x) - label.Width / 2, _left, _left + Width - label.Width);
            _sheet.Write(label, at, _top + Height + Size + 2, Size, PdfInk.Soft);
        }
    }

    private void Lines()
    {
        var own = PdfInk.Pen(PdfInk.Accent, 1.5);
        if (_course.Smooth is { } smooth)
            foreach (var dot in _frame.Pieces(_course.Values).SelectMany(p => p))
                _sheet.Dot(X(dot.X), Y(dot.Y), 0.8, PdfInk.Dots);
        Line(_course.Smooth ?? _course.Values, own);
        if (_course.Second is { } second)
            Line(second.Values, PdfInk.Pen(PdfInk.Second, 1.1, dashed: true));
    }

    private void Line(IReadOnlyList<double> values, XPen pen)
    {
        foreach (var piece in _frame.Pieces(values))
            if (piece.Count == 1)
                _sheet.Dot(X(piece[0].X), Y(piece[0].Y), 1, pen.Color);
            else
                _sheet.Path([.. piece.Select(p => (X(p.X), Y(p.Y)))], pen);
    }

    private void Bars()
    {
        for (var i = 0; i < _course.Bars.Count; i++)
        {
            var y = _top + Height + Tick + i * BarRow + (BarRow - BarHeight) / 2;
            var name = _text.Cut(_course.Bars[i].Name, Size, NameWidth - Gap);
            _sheet.Write(name, _left - Gap - name.Width, y + BarHeight - 0.4, Size, PdfInk.Text);
            _sheet.Box(_left, y, Width, BarHeight, PdfInk.Sunk);
            foreach (var (x, width) in _frame.Seen(_course.Bars[i].Spans.Select(s => new DaySpan(s.From, s.To))))
                _sheet.Box(X(x), y, Math.Max(1, width / Frame.Sheet * Width), BarHeight, PdfInk.Bar);
        }
    }

    private void Legend()
    {
        var y = _top + Height + Tick + _course.Bars.Count * BarRow + Size + 3;
        foreach (var line in LegendLines())
        {
            var x = _left;
            foreach (var (mark, label) in line)
            {
                Sample(mark, x, y - Size * 0.35);
                _sheet.Write(label, x + 16, y, Size, PdfInk.Soft);
                x += 16 + label.Width + 12;
            }
            y += LegendRow;
        }
    }

    private List<List<(string Mark, PdfLine Label)>> LegendLines()
    {
        var lines = new List<List<(string, PdfLine)>> { new() };
        var used = 0.0;
        foreach (var (mark, text) in _course.Legend(_words))
        {
            var label = _text.Cut(text, Size, Width - 16);
            if (used + 28 + label.Width > Width && lines[^1].Count > 0)
            {
                lines.Add([]);
                used = 0;
            }
            lines[^1].Add((mark, label));
            used += 28 + label.Width;
        }
        return lines;
    }

    private void Sample(string mark, double x, double y)
    {
        switch (mark)
        {
            case "raw":
                _sheet.Dot(x + 6, y, 1.1, PdfInk.Dots);
                break;
            case "flare":
                _sheet.Box(x, y - 3, 12, 6, PdfInk.Flare);
                break;
            case "strip-on":
                _sheet.Box(x, y - 3, 12, 6, PdfInk.Bar);
                break;
            case "bad-day":
                _sheet.Path([(x + 6, y - 3), (x + 6, y + 3)], PdfInk.Pen(PdfInk.Text, 1.4));
                break;
            case "change":
                _sheet.Path([(x + 6, y - 4), (x + 6, y + 4)], PdfInk.Pen(PdfInk.Mark, 0.9, dashed: true));
                break;
            case "second":
                _sheet.Path([(x, y), (x + 12, y)], PdfInk.Pen(PdfInk.Second, 1.1, dashed: true));
                break;
            default:
                _sheet.Path([(x, y), (x + 12, y)], PdfInk.Pen(PdfInk.Accent, 1.5));
                break;
        }
    }
}
