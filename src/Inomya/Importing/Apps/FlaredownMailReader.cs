using System.Globalization;
using Inomya.Journals;
using Inomya.Vocabulary;

namespace Inomya.Importing.Apps;

/// <summary>Turns the rows of Flaredown's mailed table into facts.</summary>
internal sealed class FlaredownMailReader
{
    private const string Taken = "Taken",
        NotTaken = "Not Taken",
        Of = "Weather";

    private static readonly Scale Rating = new(0, 4);

    private static readonly Dictionary<string, (string? Measure, string Unit)> Weather = new(StringComparer.Ordinal)
    {
        [$"{Of} pressure"] = ("air_pressure", "hPa"),
        [$"{Of} humidity"] = ("air_humidity", "%"),
        [$"{Of} precipitation intensity"] = (null, "[in_i]/h"),
        [$"{Of} max temperature"] = (null, "[degF]"),
        [$"{Of} min temperature"] = (null, "[degF]"),
    };

    private readonly DiarySheet _sheet;
    private readonly DiaryFacts _facts;

    /// <summary>Where the tags are; what stands before them is rated or taken.</summary>
    private readonly int _tags;
    private readonly int _firstTreatment;

    public FlaredownMailReader(DiarySheet sheet, DiaryFacts facts)
    {
        (_sheet, _facts) = (sheet, facts);
        _tags = sheet.Header.Index().First(h => h.Item == "Tags").Index;
        _firstTreatment = Enumerable.Range(1, _tags - 1).FirstOrDefault(i => !IsRated(i), _tags);
    }

    public void Read(DiaryRow row)
    {
        if (!_facts.IsDated(row, "Date", out var at))
            return;
        for (var i = 1; i < _tags; i++)
            ReadCell(row, at, i);
        AddParts(at, "Tags", row);
        AddParts(at, "Foods", row);
        for (var i = _tags + 1; i < _sheet.Header.Count; i++)
            ReadWeather(row, at, _sheet.Header[i]);
    }

    /// <summary>Most of what the column holds is a step of the scale.</summary>
    private bool IsRated(int column)
    {
        var cells = _sheet.Rows.Select(r => r.Cells[column]).Where(c => c.Length > 0).ToList();
        return cells.Count(c => StepOf(c) is not null) * 2 >= cells.Count;
    }

    private static double? StepOf(string cell) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && Rating.Holds(step)
            ? step
            : null;

    private void ReadCell(DiaryRow row, DiaryTime at, int column)
    {
        var (name, cell) = (_sheet.Header[column], row.Cells[column]);
        if (cell.Length == 0)
            return;
        if (column >= _firstTreatment)
            Take(at, name, cell);
        else if (StepOf(cell) is { } step)
            _facts.Rate(at, name, step, Rating);
        else
            _facts.Refuse(row.Line, RefusalReason.OffTheScale, cell, name);
    }

    private void Take(DiaryTime at, string medicine, string cell)
    {
        if (cell.Equals(NotTaken, StringComparison.OrdinalIgnoreCase))
            _facts.Take(at, medicine, default, IntakeStatus.Skipped);
        else if (cell.Equals(Taken, StringComparison.OrdinalIgnoreCase))
            _facts.Take(at, medicine, default);
        else
            _facts.Take(at, medicine, Dose.Of(cell));
    }

    private void AddParts(DiaryTime at, string column, DiaryRow row)
    {
        foreach (
            var name in row[column].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
            _facts.Answer(at, column, name);
    }

    private void ReadWeather(DiaryRow row, DiaryTime at, string column)
    {
        if (column == "Foods" || row[column].Length == 0)
            return;
        if (column == "Weather summary")
            _facts.Say(at, column, column, row[column]);
        else if (!Weather.TryGetValue(column, out var kept))
            _facts.PassOver(column);
        else if (_facts.Number(row, column, _sheet.MarksOf(column)) is not { } value)
            return;
        else if (kept.Measure is { } measure)
            _facts.AmountOf(at, measure, column, value, kept.Unit);
        else
            _facts.Amount(at, column, column, value, kept.Unit, role: MeasureRole.None);
    }
}
