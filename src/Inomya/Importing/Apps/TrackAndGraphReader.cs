using System.Text.RegularExpressions;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing.Apps;

/// <summary>Turns the points of Track &amp; Graph into facts.</summary>
internal sealed partial class TrackAndGraphReader
{
    private const string App = "Track & Graph";
    private const string Feature = "FeatureName",
        Timestamp = "Timestamp",
        Value = "Value",
        Label = "Label";

    private readonly DiarySheet _sheet;
    private readonly DiaryFacts _facts;

    public TrackAndGraphReader(DiarySheet sheet, DiaryFacts facts)
    {
        (_sheet, _facts) = (sheet, facts);
        sheet.Knows(Feature, Timestamp, Value, Label, "Note");
    }

    public void Read(DiaryRow row)
    {
        if (!IsDated(row, out var at))
            return;
        var (value, label) = PartsOf(row[Value]);
        if (value.Length > 0)
            ReadValue(row, at, value);
        _facts.Say(at, Label, row[Feature], row[Label].Length > 0 ? row[Label] : label);
        _facts.Write(at, row["Note"], row[Feature]);
        _sheet.PassOverOthers(row, _facts);
    }

    private bool IsDated(DiaryRow row, out DiaryTime at)
    {
        var time = IsoTime.Parse(row[Timestamp]);
        if (time is { } stamp && stamp.Wall.TimeOfDay == LocalTime.Midnight)
            time = ClockTime.On(stamp.Wall.Date, null);
        return _facts.IsDated(row.Line, Timestamp, row[Timestamp], time, out at);
    }

    private void ReadValue(DiaryRow row, DiaryTime at, string value)
    {
        if (WrittenDuration.Seconds(value) is { } seconds)
            _facts.Amount(at, App, row[Feature], seconds, "s", DailyRule.Sum);
        else if (_sheet.MarksOf(Value).Read(value) is (var number, null))
            _facts.Amount(at, App, row[Feature], number);
        else
            _facts.Refuse(row.Line, RefusalReason.NotANumber, row[Value], Value);
    }

    /// <summary>"1.0:Mild" and "1:10:00:Run" have a label behind.</summary>
    private static (string Value, string Label) PartsOf(string cell)
    {
        var match = Labelled().Match(cell);
        return match.Success && WrittenDuration.Seconds(cell) is null
            ? (match.Groups["value"].Value, match.Groups["label"].Value.Trim())
            : (cell, "");
    }

    [GeneratedRegex(
        "^(?<value>-?[0-9]+:-?[0-9]{1,2}:-?[0-9]{1,2}|-?[0-9]+([.,][0-9]+)?):(?![0-9]+(:|$))(?<label>.*)$",
        RegexOptions.Singleline
    )]
    private static partial Regex Labelled();
}
