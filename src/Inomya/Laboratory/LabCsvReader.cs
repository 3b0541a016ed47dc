using System.Globalization;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Laboratory;

/// <summary>Turns the rows of a table of results into results; a row that makes none is refused by line and column.</summary>
/// <param name="marks">How the file writes fractions.</param>
internal sealed class LabCsvReader(LabTests tests, Dates dates, DecimalMarks marks)
{
    private const int MostText = 200;

    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);

    public List<LabResult> Facts { get; } = [];
    public List<RefusedRow> Refused { get; } = [];

    public void Take(LabCells cells)
    {
        var (day, whyNot) = dates.Read(cells["day"]);
        if (!cells.AreComplete)
            Refused.Add(new RefusedRow(cells.Line, RefusalReason.WrongNumberOfCells, "", null));
        else if (whyNot is { } reason)
            Refuse(cells, reason, "day");
        else if (WhyRefused(cells) is { } why)
            Refuse(cells, why.Reason, why.Column);
        else
            Add(cells, day);
    }

    private static (RefusalReason Reason, string Column)? WhyRefused(LabCells cells) =>
        !HasText(cells, "test") ? (RefusalReason.NoTest, "test")
        : !HasText(cells, "value") ? (RefusalReason.NoValue, "value")
        : cells.OrNull("loinc") is { } code && !LoincCode.IsValid(code) ? (RefusalReason.NotALoincCode, "loinc")
        : null;

    private static bool HasText(LabCells cells, string column) => cells[column].Length is > 0 and <= MostText;

    private void Refuse(LabCells cells, RefusalReason why, string column) =>
        Refused.Add(new RefusedRow(cells.Line, why, cells[column], cells.NameOf(column)));

    private void Add(LabCells cells, LocalDate day)
    {
        var value = WrittenResult.Of(cells["value"], marks.Read);
        if (value.Refused is { } why)
            Refuse(cells, why, "value");
        else if (RangeOf(cells, UnitOf(cells, value)) is not { } range)
            RefuseRange(cells);
        else
            Facts.Add(ResultOf(cells, day, value, range));
    }

    /// <summary>Both ends of the range; (null, null) where none is given or it is not of this value; null when it cannot be read.</summary>
    private (double? Low, double? High)? RangeOf(LabCells cells, string? unit)
    {
        if (cells["low"].Length > 0 || cells["high"].Length > 0)
            return RangeOfEnds(cells);
        return RangeText.Read(cells["range"], unit, tests.Of(cells.OrNull("loinc"), cells["test"]), NumberOf);
    }

    private (double? Low, double? High)? RangeOfEnds(LabCells cells)
    {
        var (low, high) = (NumberOf(cells["low"]), NumberOf(cells["high"]));
        var areRead = (low is not null || cells["low"].Length == 0) && (high is not null || cells["high"].Length == 0);
        return areRead && !(low > high) ? (low, high) : null;
    }

    private double? NumberOf(string text) => marks.Read(text) is { Refused: null, Number: var number } ? number : null;

    private void RefuseRange(LabCells cells) =>
        Refused.Add(
            new RefusedRow(
                cells.Line,
                RefusalReason.NotARange,
                cells.OrNull("range") ?? $"{cells["low"]} {cells["high"]}".Trim(),
                cells.NameOf("range") ?? cells.NameOf("low")
            )
        );

    /// <summary>The unit of the row; where it has none, what stands behind the number.</summary>
    private string? UnitOf(LabCells cells, WrittenResult value) =>
        LabCsv.UnitOf(tests.Of(cells.OrNull("loinc"), cells["test"]), cells.OrNull("unit") ?? value.Unit ?? "");

    private LabResult ResultOf(LabCells cells, LocalDate day, WrittenResult value, (double? Low, double? High) range)
    {
        var (name, loinc) = (cells["test"], cells.OrNull("loinc"));
        var known = tests.Of(loinc, name);
        return new LabResult
        {
            Id = IdOf(cells, known?.Id ?? LabTests.Plain(name), day),
            Test = known?.Id ?? name,
            Loinc = loinc ?? known?.Loinc.FirstOrDefault(),
            Day = day,
            Value = value.Number,
            Comparator = value.Comparator,
            Text = value.Number is null ? cells["value"] : null,
            Unit = UnitOf(cells, value),
            RangeLow = range.Low,
            RangeHigh = range.High,
            Lab = cells.OrNull("lab"),
            Source = LabCsv.Format,
        };
    }

    /// <summary>The same for the same row of a later file; the second result of a day is another one.</summary>
    private Guid IdOf(LabCells cells, string test, LocalDate day)
    {
        string[] place = [cells["lab"], test, cells["loinc"], day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)];
        var key = string.Join('\n', place);
        var times = _times[key] = _times.GetValueOrDefault(key) + 1;
        return Recorded.ImportId(LabCsv.Format, [.. place, times.ToString(CultureInfo.InvariantCulture)]);
    }
}
