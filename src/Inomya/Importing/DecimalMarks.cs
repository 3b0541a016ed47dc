using System.Text.RegularExpressions;
using Inomya.Vocabulary;

namespace Inomya.Importing;

/// <summary>How a column writes fractions, so far as its cells show it.</summary>
public sealed partial class DecimalMarks
{
    private readonly bool _said;
    private readonly bool _assumesPoint;
    private bool _point;
    private bool _comma;

    private DecimalMarks(bool said, bool assumesPoint = false) => (_said, _assumesPoint) = (said, assumesPoint);

    /// <summary>The person said it: a cell that is written otherwise is no number.</summary>
    /// <param name="mark">"." or ",".</param>
    /// <exception cref="ImportException">It is neither.</exception>
    public static DecimalMarks Said(string mark) =>
        mark is "." or ","
            ? new(said: true) { _point = mark == ".", _comma = mark == "," }
            : throw new ImportException(ImportProblem.BadMap, $"decimal_mark: '{mark}'");

    /// <summary>Found out from all the cells that hold numbers.</summary>
    /// <param name="separator">What stands between the cells: commas there leave the point for fractions.</param>
    public static DecimalMarks Shown(IEnumerable<string> cells, string separator)
    {
        var marks = new DecimalMarks(said: false, assumesPoint: separator == ",");
        foreach (var number in cells.Select(WrittenNumber.Of))
        {
            marks._point |= number.ShowsPoint;
            marks._comma |= number.ShowsComma;
        }
        return marks;
    }

    /// <summary>The same from texts that hold numbers among signs, units and words.</summary>
    public static DecimalMarks ShownIn(IEnumerable<string> texts, string separator) =>
        Shown(texts.SelectMany(text => Figures().Matches(text).Select(m => m.Value)), separator);

    /// <summary>
    /// The number of a cell. One that could be two numbers is read as its column shows it; where the column shows
    /// nothing, or both, it is refused, and so is one with a comma before three figures, which many mean as thousands.
    /// </summary>
    public (double Number, RefusalReason? Refused) Read(string cell)
    {
        var written = WrittenNumber.Of(cell);
        if (_said)
            return AsSaid(written);
        if (written.IsNone)
            return (0, RefusalReason.NotANumber);
        if (written.IsSure)
            return ((written.WithPoint ?? written.WithComma)!.Value, null);
        return (_point || _assumesPoint, _comma, HasComma(cell)) switch
        {
            (true, false, false) => (written.WithPoint!.Value, null),
            (_, true, _) when !_point => (written.WithComma!.Value, null),
            _ => (0, RefusalReason.NumberTwoWays),
        };
    }

    private (double Number, RefusalReason? Refused) AsSaid(WrittenNumber written) =>
        (_point ? written.WithPoint : written.WithComma) is { } number ? (number, null) : (0, RefusalReason.NotANumber);

    private static bool HasComma(string cell) => cell.Contains(',');

    [GeneratedRegex(@"[0-9][0-9.,]*")]
    private static partial Regex Figures();
}
