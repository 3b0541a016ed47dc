using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Vocabulary;

namespace Inomya.Importing.Apps;

/// <summary>Turns the rows of Loop's checkmarks into facts.</summary>
internal sealed partial class LoopHabitsReader
{
    private const string App = "Loop Habits";
    private const string Value = "Value",
        Notes = "Notes";

    /// <summary>The words, and what older files have in their place.</summary>
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["YES_MANUAL"] = "YES_MANUAL",
        ["YES_AUTO"] = "YES_AUTO",
        ["NO"] = "NO",
        ["SKIP"] = "SKIP",
        ["UNKNOWN"] = "UNKNOWN",
        ["2"] = "YES_MANUAL",
        ["1"] = "YES_AUTO",
        ["0"] = "NO",
        ["3"] = "SKIP",
        ["-1"] = "UNKNOWN",
    };

    private readonly DiarySheet _sheet;
    private readonly DiaryFacts _facts;
    private readonly bool _isOfOneHabit;

    /// <summary>The habit of a file of one; null in the table of all of them.</summary>
    private readonly string? _folder;
    private readonly HashSet<int> _counted;

    public LoopHabitsReader(DiarySheet sheet, DiaryFacts facts)
    {
        (_sheet, _facts) = (sheet, facts);
        _isOfOneHabit = sheet.Header.Count <= 3 && sheet.Header.Contains(Value);
        _folder = _isOfOneHabit ? FolderOf(sheet.File) : null;
        _counted = [.. Enumerable.Range(1, sheet.Header.Count - 1).Where(IsCounted)];
    }

    public void Read(DiaryRow row)
    {
        if (!_facts.IsDated(row, "Date", out var at))
            return;
        for (var i = 1; i < _sheet.Header.Count; i++)
            if (row.Cells[i].Length > 0)
                ReadCell(row, at, i);
    }

    private void ReadCell(DiaryRow row, DiaryTime at, int column)
    {
        if (_isOfOneHabit && _sheet.Header[column] == Notes)
            _facts.Write(at, row[Notes], _folder ?? "");
        else if (_folder is not null)
            _facts.PassOver(_sheet.Header[column]);
        else
            ReadValue(row, at, column);
    }

    private void ReadValue(DiaryRow row, DiaryTime at, int column)
    {
        var (habit, cell) = (_sheet.Header[column], row.Cells[column]);
        if (_counted.Contains(column) && ThousandthsOf(cell) is { } thousandths)
            _facts.Amount(at, App, habit, thousandths / 1000, daily: DailyRule.Sum);
        else if (Codes.TryGetValue(cell, out var code))
            ReadCode(at, habit, code);
        else
            _facts.Refuse(row.Line, RefusalReason.UnknownWord, cell, habit);
    }

    private void ReadCode(DiaryTime at, string habit, string code)
    {
        if (code is "YES_MANUAL" or "NO")
            _facts.Answer(at, App, habit, code == "YES_MANUAL");
        else
            _facts.PassOver(code);
    }

    /// <summary>A column without a yes or a no, in which most numbers are none of the codes.</summary>
    private bool IsCounted(int column)
    {
        var cells = _sheet.Rows.Select(r => r.Cells[column]).Where(c => c.Length > 0).ToList();
        var numbers = cells.Count(c => ThousandthsOf(c) is not null);
        return !cells.Exists(c => c is "YES_MANUAL" or "YES_AUTO" or "NO")
            && cells.Count(c => ThousandthsOf(c) is not null && !Codes.ContainsKey(c)) * 2 > numbers;
    }

    private static double? ThousandthsOf(string cell) =>
        long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>"001 Meditate/Checkmarks.csv" is of Meditate.</summary>
    private static string? FolderOf(string file) =>
        Folder().Match(file) is { Success: true } match ? match.Groups["habit"].Value : null;

    [GeneratedRegex(@"(^|/)[0-9]{3}(?<habit>[^/]*)/[^/]+$")]
    private static partial Regex Folder();
}
