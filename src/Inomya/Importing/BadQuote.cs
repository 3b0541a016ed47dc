using CsvHelper;

namespace Inomya.Importing;

/// <summary>Notices a quote that was opened and not closed: the rows after it would be part of one cell.</summary>
internal sealed class BadQuote
{
    private bool _seen;

    /// <summary>The parser met a quote inside a quoted cell.</summary>
    public void See(BadDataFoundArgs _) => _seen = true;

    /// <summary>The row went on over a line end inside a quote that does not close as quotes do.</summary>
    public bool IsOpen(CsvParser parser)
    {
        var row = parser.RawRecord.AsSpan().TrimEnd("\r\n");
        if (!row.ContainsAny('\r', '\n'))
            return IsOpenOnOneLine(row);
        _seen = false;
        _ = parser.Record; // looked at only now
        return _seen || row.Count('"') % 2 == 1;
    }

    /// <summary>Its last cell begins with a quote, and there is no other in the row.</summary>
    private static bool IsOpenOnOneLine(ReadOnlySpan<char> row)
    {
        var quote = row.LastIndexOf('"');
        return quote >= 0
            && row.Count('"') == 1
            && (quote == 0 || row[quote - 1] is ',' or ';' or '\t' or '|')
            && quote < row.Length - 1;
    }
}
