using Inomya.Reports;
using PdfSharp.UniversalAccessibility;

namespace Inomya.Documents;

/// <summary>A table of a PDF: columns as wide as their words need, its head again on every page.</summary>
internal sealed class PdfTable
{
    private const double Gap = 8,
        Air = 2.2;

    private readonly PdfSheet _sheet;
    private readonly PdfText _text;
    private readonly TableBlock _table;
    private readonly double _size;
    private readonly double[] _widths;

    public PdfTable(PdfSheet sheet, PdfText text, TableBlock table, double size)
    {
        (_sheet, _text, _table, _size) = (sheet, text, table, size);
        _widths = Widths();
    }

    private double LineHeight => 1.22 * _size;

    public void Draw()
    {
        var head = CellsOf(_table.Head, bold: true);
        _sheet.Room(HeightOf(head) + (_table.Rows.Count > 0 ? HeightOf(CellsOf(_table.Rows[0])) : 0));
        _sheet.As(PdfBlockLevelElementTag.Table, () =>
        {
            Row(head, isHead: true);
            foreach (var cells in _table.Rows.Select(row => CellsOf(row)))
            {
                if (_sheet.Room(HeightOf(cells)))
                    Row(head, isHead: true);
                Row(cells, isHead: false);
            }
        });
        _sheet.Y += Air;
    }

    private List<IReadOnlyList<PdfLine>> CellsOf(IReadOnlyList<string> row, bool bold = false) =>
        [.. row.Select((cell, i) => _text.Lines([(cell, bold || i == 0)], _size, _widths[i]))];

    private double HeightOf(List<IReadOnlyList<PdfLine>> cells) => cells.Max(c => c.Count) * LineHeight + 2 * Air;

    private void Row(List<IReadOnlyList<PdfLine>> cells, bool isHead)
    {
        var height = HeightOf(cells);
        _sheet.As(PdfBlockLevelElementTag.TableRow, () => Cells(cells, isHead));
        _sheet.Y += height;
        _sheet.Artifact(() =>
            _sheet.Path(
                [(PdfSheet.Left, _sheet.Y), (PdfSheet.Left + PdfSheet.Width, _sheet.Y)],
                PdfInk.Pen(isHead ? PdfInk.Soft : PdfInk.Grid, isHead ? 0.7 : 0.5)
            )
        );
    }

    private void Cells(List<IReadOnlyList<PdfLine>> cells, bool isHead)
    {
        var x = PdfSheet.Left;
        for (var i = 0; i < cells.Count; i++)
        {
            var (cell, left) = (cells[i], x);
            var tag =
                isHead || i == 0 ? PdfBlockLevelElementTag.TableHeaderCell : PdfBlockLevelElementTag.TableDataCell;
            _sheet.As(tag, () => Cell(cell, left));
            x += _widths[i] + Gap;
        }
    }

    private void Cell(IReadOnlyList<PdfLine> lines, double x)
    {
        for (var i = 0; i < lines.Count; i++)
            _sheet.Write(lines[i], x, _sheet.Y + Air + i * LineHeight + 0.92 * _size, _size, PdfInk.Text);
    }

    /// <summary>
    /// As much as the words want where there is room for all; else each column what its widest word needs, and what is
    /// left by what they want more.
    /// </summary>
    private double[] Widths()
    {
        var columns = Enumerable.Range(0, _table.Head.Count).ToArray();
        var room = PdfSheet.Width - Gap * (columns.Length - 1);
        var wanted = Array.ConvertAll(columns, c => Widest(c, (t, b) => _text.Width(t, _size, b)));
        if (wanted.Sum() <= room)
            return Array.ConvertAll(columns, c => wanted[c] + (room - wanted.Sum()) / columns.Length);
        var least = Array.ConvertAll(columns, c => Widest(c, (t, b) => _text.WidestWord(t, _size, b)));
        if (least.Sum() >= room)
            return Array.ConvertAll(columns, c => room * least[c] / least.Sum());
        var more = (room - least.Sum()) / Math.Max(1, wanted.Sum() - least.Sum());
        return Array.ConvertAll(columns, c => least[c] + more * (wanted[c] - least[c]));
    }

    /// <summary>Half a point more, so that what was measured to fit does.</summary>
    private double Widest(int column, Func<string, bool, double> width) =>
        0.5 + _table.Rows.Select(r => width(r[column], column == 0)).Append(width(_table.Head[column], true)).Max();
}
