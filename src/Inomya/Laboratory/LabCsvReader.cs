using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Laboratory;

/// <summary>Turns the rows of a table of results into results; a row that makes none is refused by line and column.</summary>
/// <param name="cells">Of the current row.</param>
/// <param name="decimalComma">The file writes 3,5 and not 3.5.</param>
internal sealed partial class LabCsvReader(LabCells cells, LabTests tests, Dates dates, bool decimalComma)
{
    private const int MostText = 200;

    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);

    public List<LabResult> Facts { get; } = [];
    public List<RefusedRow> Refused { get; } = [];
    public int Rows { get; private set; }

    /// <summary>Reads the current row.</summary>
    public void Take()
    {
        Rows++;
        if (!cells.AreComplete)
        {
            Refused.Add(new RefusedRow(cells.Line, RefusalReason.WrongNumberOfCells, "", null));
            return;
        }
        var (day, whyNot) = dates.Read(cells["day"]);
        if (whyNot is { } reason)
            Refuse(reason, "day");
        else if (!HasText("test"))
            Refuse(RefusalReason.NoTest, "test");
        else if (!HasText("value"))
            Refuse(RefusalReason.NoValue, "value");
        else if (cells.OrNull("loinc") is { } code && !LoincCode.IsValid(code))
            Refuse(RefusalReason.NotALoincCode, "loinc");
        else
            Add(day);
    }

    private bool HasText(string column) => cells[column].Length is > 0 and <= MostText;

    private void Refuse(RefusalReason why, string column) =>
        Refused.Add(new RefusedRow(cells.Line, why, cells[column], cells.NameOf(column)));

    private void Add(LocalDate day)
    {
        var (comparator, rest) = LabCsv.Split(cells["value"]);
        var (number, unsure) = Number(rest);
        if (unsure)
            Refuse(RefusalReason.NumberTwoWays, "value");
        else if (comparator is not null && number is null)
            Refuse(RefusalReason.NotANumber, "value");
        else if (Range() is not { } range)
            RefuseRange();
        else
            Facts.Add(ResultOf(day, (number, comparator), range));
    }

    /// <summary>A number as this file writes it; null when it is none, and no word when it could be two.</summary>
    private (double? Number, bool Unsure) Number(string text)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal);
        if (!decimalComma && Thousands().IsMatch(plain))
            return (null, true);
        if (decimalComma)
            plain = plain.Replace(".", "", StringComparison.Ordinal);
        return (Parsed(plain.Replace(',', '.')), false);
    }

    private static double? Parsed(string plain) =>
        double.TryParse(
            plain,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        ) && double.IsFinite(number)
            ? number
            : null;

    /// <summary>Both ends of the range; (null, null) where none is given; null when it cannot be read.</summary>
    private (double? Low, double? High)? Range()
    {
        if (cells["low"].Length > 0 || cells["high"].Length > 0)
            return RangeOfEnds();
        return cells["range"].Length == 0 ? (null, null) : RangeText.Read(cells["range"], t => Number(t).Number);
    }

    private (double? Low, double? High)? RangeOfEnds()
    {
        var (low, high) = (Number(cells["low"]).Number, Number(cells["high"]).Number);
        var areRead = (low is not null || cells["low"].Length == 0) && (high is not null || cells["high"].Length == 0);
        return areRead && !(low > high) ? (low, high) : null;
    }

    private void RefuseRange() =>
        Refused.Add(
            new RefusedRow(
                cells.Line,
                RefusalReason.NotARange,
                cells.OrNull("range") ?? $"{cells["low"]} {cells["high"]}".Trim(),
                cells.NameOf("range") ?? cells.NameOf("low")
            )
        );

    private LabResult ResultOf(
        LocalDate day,
        (double? Number, string? Comparator) value,
        (double? Low, double? High) range
    )
    {
        var (name, loinc) = (cells["test"], cells.OrNull("loinc"));
        var known = tests.Of(loinc, name);
        return new LabResult
        {
            Id = IdOf(known?.Id ?? LabTests.Plain(name), day),
            Test = known?.Id ?? name,
            Loinc = loinc ?? known?.Loinc.FirstOrDefault(),
            Day = day,
            Value = value.Number,
            Comparator = value.Comparator,
            Text = value.Number is null ? cells["value"] : null,
            Unit = LabCsv.UnitOf(known, cells["unit"]),
            RangeLow = range.Low,
            RangeHigh = range.High,
            Lab = cells.OrNull("lab"),
            Source = LabCsv.Format,
        };
    }

    /// <summary>The same for the same row of a later file; the second result of a day is another one.</summary>
    private Guid IdOf(string test, LocalDate day)
    {
        string[] place = [cells["lab"], test, cells["loinc"], day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)];
        var key = string.Join('\n', place);
        var times = _times[key] = _times.GetValueOrDefault(key) + 1;
        return Recorded.ImportId(LabCsv.Format, [.. place, times.ToString(CultureInfo.InvariantCulture)]);
    }

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+$")]
    private static partial Regex Thousands();
}
