using Inomya.Content;
using Inomya.Reports;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Inomya.Documents;

/// <summary>Lays a report out on pages, block by block.</summary>
internal sealed class PdfReportPages
{
    private const double TitleSize = 15,
        HeadingSize = 10.8,
        BodySize = 9,
        TableSize = 8.4,
        SmallSize = 7.6;

    private const double Indent = 11,
        CheckIndent = 16,
        LineToWriteOn = 15;

    private readonly ReportDocument _report;
    private readonly Words _words;
    private readonly PdfSheet _sheet;
    private readonly PdfText _text;
    private readonly PdfSetting _setting;
    private readonly int _pages;

    /// <param name="document">Null to count the pages only.</param>
    /// <param name="pages">How many there will be.</param>
    public PdfReportPages(PdfDocument? document, ReportDocument report, Words words, PdfSetting setting, int pages)
    {
        (_report, _words, _setting, _pages) = (report, words, setting, pages);
        var fonts = new PdfFonts();
        _text = new PdfText(fonts);
        _sheet = new PdfSheet(document, fonts, Footer);
    }

    /// <returns>How many pages it took.</returns>
    public int Draw()
    {
        Paragraph(_report.Title, TitleSize, PdfBlockLevelElementTag.Heading1, bold: true);
        if (_report.Period.Length > 0)
            Paragraph(_report.Period, SmallSize, PdfBlockLevelElementTag.Paragraph, colour: PdfInk.Soft);
        foreach (var section in _report.Sections)
            Section(section);
        if (_text.HasBoxes && !_report.IsLetter)
            Paragraph(_words["report.pdf.boxes"], SmallSize, PdfBlockLevelElementTag.Paragraph, colour: PdfInk.Soft);
        _sheet.End();
        return _sheet.Pages;
    }

    private void Section(ReportSection section)
    {
        if (section.OnNewPage && _setting.Breaks)
            _sheet.NewPage();
        else
            _sheet.Room(Of(HeadingSize) * 4);
        if (section.Heading.Length > 0)
            Heading(section);
        foreach (var block in section.Blocks)
            Block(block);
    }

    private void Heading(ReportSection section)
    {
        _sheet.Y += 5 * _setting.Size;
        Paragraph(section.Heading, HeadingSize, PdfBlockLevelElementTag.Heading2, bold: true, colour: PdfInk.Accent);
        _sheet.Artifact(() =>
            _sheet.Path(
                [(PdfSheet.Left, _sheet.Y), (PdfSheet.Left + PdfSheet.Width, _sheet.Y)],
                PdfInk.Pen(PdfInk.Rule, 0.7)
            )
        );
        _sheet.Y += 2 * _setting.Size;
    }

    private void Block(ReportBlock block)
    {
        switch (block)
        {
            case TextBlock { Text: "" }:
                _sheet.Y += LineHeight(BodySize) / 2;
                break;
            case TextBlock text:
                Paragraph(text.Text, BodySize, PdfBlockLevelElementTag.Paragraph);
                break;
            case FactsBlock facts:
                foreach (var (name, value) in facts.Facts)
                    Flow([($"{name}: ", true), (value, false)], BodySize, PdfBlockLevelElementTag.Paragraph);
                break;
            case ListBlock list:
                List(list);
                break;
            case TableBlock table:
                new PdfTable(_sheet, _text, table, Of(TableSize)).Draw();
                break;
            case LinesBlock lines:
                Lines(lines);
                break;
            case ChecksBlock checks:
                Checks(checks);
                break;
            case CourseBlock course:
                Picture(course);
                break;
            case PlacesBlock places:
                new PdfBody(_sheet, places).Draw();
                break;
            default:
                throw new InvalidOperationException(
                    $"Say in {nameof(PdfReportPages)} how {block.GetType().Name} looks."
                );
        }
    }

    /// <summary>Room for a hand.</summary>
    private void Lines(LinesBlock lines)
    {
        Paragraph(lines.Label, SmallSize, PdfBlockLevelElementTag.Paragraph, colour: PdfInk.Soft);
        for (var i = 0; i < lines.Count; i++)
        {
            _sheet.Room(LineToWriteOn);
            _sheet.Y += LineToWriteOn;
            _sheet.Artifact(() =>
                _sheet.Path(
                    [(PdfSheet.Left, _sheet.Y), (PdfSheet.Left + PdfSheet.Width, _sheet.Y)],
                    PdfInk.Pen(PdfInk.Rule, 0.5)
                )
            );
        }
        _sheet.Y += 2;
    }

    /// <summary>Boxes for a pen: drawn, since few fonts have them.</summary>
    private void Checks(ChecksBlock checks)
    {
        Paragraph(checks.Label, BodySize, PdfBlockLevelElementTag.Heading3, bold: true);
        _sheet.As(PdfBlockLevelElementTag.List, () =>
        {
            foreach (var item in checks.Items)
            {
                var lines = _text.Lines([(item, false)], Of(BodySize), PdfSheet.Width - CheckIndent);
                _sheet.Room(lines.Count * LineHeight(BodySize));
                _sheet.As(PdfBlockLevelElementTag.ListItem, () => Check(lines));
                _sheet.Y += 3 * _setting.Size;
            }
        });
    }

    private void Check(IReadOnlyList<PdfLine> lines)
    {
        var (left, top, side) = (PdfSheet.Left + 2, _sheet.Y + 0.12 * Of(BodySize), 0.95 * Of(BodySize));
        _sheet.Artifact(() =>
            _sheet.Path(
                [(left, top), (left + side, top), (left + side, top + side), (left, top + side), (left, top)],
                PdfInk.Pen(PdfInk.Text, 0.8)
            )
        );
        _sheet.As(PdfBlockLevelElementTag.ListBody, () =>
            Down(lines, BodySize, PdfSheet.Left + CheckIndent, PdfInk.Text)
        );
    }

    private void Picture(CourseBlock course)
    {
        Paragraph(course.Title, BodySize, PdfBlockLevelElementTag.Heading3, bold: true);
        new PdfChart(_sheet, _text, _words, course).Draw();
    }

    private void List(ListBlock list) => _sheet.As(PdfBlockLevelElementTag.List, () =>
        {
            foreach (var item in list.Items)
            {
                var lines = _text.Lines([(item, false)], Of(BodySize), PdfSheet.Width - Indent);
                _sheet.Room(lines.Count * LineHeight(BodySize));
                _sheet.As(PdfBlockLevelElementTag.ListItem, () => Item(lines));
            }
        });

    private void Item(IReadOnlyList<PdfLine> lines)
    {
        _sheet.As(PdfBlockLevelElementTag.Label, () =>
            _sheet.Write(_text.One("•", Of(BodySize)), PdfSheet.Left + 2, Baseline(BodySize), Of(BodySize), PdfInk.Text)
        );
        _sheet.As(PdfBlockLevelElementTag.ListBody, () => Down(lines, BodySize, PdfSheet.Left + Indent, PdfInk.Text));
    }

    private void Paragraph(
        string text,
        double size,
        PdfBlockLevelElementTag tag,
        bool bold = false,
        XColor? colour = null
    ) => Flow([(text, bold)], size, tag, colour);

    private void Flow((string Text, bool Bold)[] spans, double size, PdfBlockLevelElementTag tag, XColor? colour = null)
    {
        var lines = _text.Lines(spans, Of(size), PdfSheet.Width);
        _sheet.Room(LineHeight(size));
        _sheet.As(tag, () => Down(lines, size, PdfSheet.Left, colour ?? PdfInk.Text));
        _sheet.Y += 1.5 * _setting.Size;
    }

    private void Down(IReadOnlyList<PdfLine> lines, double size, double x, XColor colour)
    {
        foreach (var line in lines)
        {
            _sheet.Room(LineHeight(size));
            _sheet.Write(line, x, Baseline(size), Of(size), colour);
            _sheet.Y += LineHeight(size);
        }
    }

    /// <summary>The title and the page, so that a sheet that went astray is found.</summary>
    private void Footer(PdfSheet sheet)
    {
        if (_report.IsLetter)
            return;
        var page = _text.One(_words["report.pdf.page", ("n", sheet.Pages), ("of", _pages)], SmallSize);
        var left = PdfSheet.Left + PdfSheet.Width - page.Width;
        sheet.Write(page, left, PdfSheet.FootLine, SmallSize, PdfInk.Soft);
        var title = _text.Cut(_report.Title, SmallSize, left - PdfSheet.Left - Indent);
        sheet.Write(title, PdfSheet.Left, PdfSheet.FootLine, SmallSize, PdfInk.Soft);
    }

    private double Of(double size) => size * _setting.Size;

    private double LineHeight(double size) => 1.27 * Of(size);

    private double Baseline(double size) => _sheet.Y + 0.98 * Of(size);
}
