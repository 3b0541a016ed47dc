using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Inomya.Vocabulary;

namespace Inomya.Importing.Apps;

/// <summary>Turns the rows of Daylio into facts.</summary>
internal sealed partial class DaylioReader
{
    private static readonly Scale Moods = new(1, 5);

    /// <summary>The names the app ships with, and plain words for them in the app's languages.</summary>
    private static readonly Dictionary<string, double> Shipped = new(StringComparer.OrdinalIgnoreCase)
    {
        ["awful"] = 1,
        ["bad"] = 2,
        ["meh"] = 3,
        ["good"] = 4,
        ["rad"] = 5,
        ["lausig"] = 1,
        ["schlecht"] = 2,
        ["ok"] = 3,
        ["gut"] = 4,
        ["super"] = 5,
        ["horrible"] = 1,
        ["fatal"] = 1,
        ["mal"] = 2,
        ["regular"] = 3,
        ["bien"] = 4,
        ["genial"] = 5,
    };

    private readonly DiarySheet _sheet;
    private readonly DiaryFacts _facts;
    private readonly Dictionary<string, double> _words;

    public DaylioReader(DiarySheet sheet, DiaryFacts facts)
    {
        (_sheet, _facts) = (sheet, facts);
        _words = new(Shipped, StringComparer.OrdinalIgnoreCase);
        foreach (var (word, value) in facts.Sink.Words)
            _words[word.Trim()] = value;
        sheet.Knows("full_date", "date", "weekday", "time", "mood", "activities", "scales", "note_title", "note");
    }

    public void Read(DiaryRow row)
    {
        if (!IsDated(row, out var at))
            return;
        ReadMood(row, at);
        foreach (var activity in Parts(row["activities"]))
            _facts.Answer(at, "activities", activity);
        foreach (var scale in Parts(row["scales"]))
            ReadScale(row, at, scale);
        _facts.Write(at, WordsOf(row));
        _sheet.PassOverOthers(row, _facts);
    }

    private bool IsDated(DiaryRow row, out DiaryTime at)
    {
        var (day, clock) = (IsoTime.Parse(row["full_date"])?.Wall.Date, ClockTime.Parse(row["time"]));
        if (day is not null && clock is null && row["time"].Length > 0)
        {
            at = default;
            _facts.Refuse(row.Line, RefusalReason.NotATime, row["time"], "time");
            return false;
        }
        var written = $"{row["full_date"]} {clock?.ToString("HH:mm", CultureInfo.InvariantCulture)}";
        return _facts.IsDated(row.Line, "full_date", row["full_date"], ClockTime.On(day, clock), out at, written);
    }

    private void ReadMood(DiaryRow row, DiaryTime at)
    {
        if (row["mood"].Length == 0)
            return;
        if (_words.TryGetValue(row["mood"], out var value))
            _facts.Rate(at, "mood", value, Moods, Better.Higher);
        else
            _facts.Refuse(row.Line, RefusalReason.UnknownWord, row["mood"], "mood");
    }

    /// <summary>The file says neither where a scale begins nor where it ends, so it is a number and not a rating.</summary>
    private void ReadScale(DiaryRow row, DiaryTime at, string scale)
    {
        var colon = scale.LastIndexOf(':');
        var (number, whyNot) = _sheet.MarksOf("scales").Read(scale[(colon + 1)..]);
        if (colon < 0 || whyNot is not null)
            _facts.Refuse(row.Line, RefusalReason.NotANumber, scale, "scales");
        else
            _facts.Amount(at, "scales", scale[..colon], number, role: MeasureRole.Ordinal);
    }

    private static string WordsOf(DiaryRow row) =>
        string.Join('\n', ((string[])[row["note_title"], row["note"]]).Select(Plain).Where(t => t.Length > 0));

    /// <summary>Notes carry the marks of a web page.</summary>
    private static string Plain(string note) => WebUtility.HtmlDecode(LineBreak().Replace(note, "\n"));

    private static string[] Parts(string cell) =>
        cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("<br ?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();
}
