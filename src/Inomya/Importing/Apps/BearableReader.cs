using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Vocabulary;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Importing.Apps;

/// <summary>Turns the rows of Bearable into facts.</summary>
internal sealed partial class BearableReader
{
    private const string Rating = "rating/amount";

    private static readonly Scale Symptoms = new(1, 3),
        Moods = new(1, 10),
        Fives = new(1, 5);

    private static readonly LocalDatePattern Days = LocalDatePattern.Create("d MMM uuuu", CultureInfo.InvariantCulture);

    private readonly DiarySheet _sheet;
    private readonly DiaryFacts _facts;
    private readonly BearableSleep _sleep;

    public BearableReader(DiarySheet sheet, DiaryFacts facts)
    {
        (_sheet, _facts, _sleep) = (sheet, facts, new BearableSleep(facts));
        sheet.Knows("date", "date formatted", "weekday", "time of day", "category", Rating, "detail", "notes");
    }

    public void Read(DiaryRow row)
    {
        if (!IsDated(row, out var at))
            return;
        ReadCategory(row, at);
        _facts.Write(at, row["notes"]);
        _sheet.PassOverOthers(row, _facts);
    }

    private bool IsDated(DiaryRow row, out DiaryTime at)
    {
        at = default;
        var clock = ClockTime.Parse(row["time of day"]);
        if (DayOf(row) is not { } day)
            _facts.Refuse(row.Line, RefusalReason.NotADate, row["date"], "date");
        else if (clock is null && row["time of day"].Any(char.IsAsciiDigit))
            _facts.Refuse(row.Line, RefusalReason.NotATime, row["time of day"], "time of day");
        else
            return _facts.IsDated(row, "date", TimeOf(day, clock), out at, WrittenOf(day, row));
        return false;
    }

    private static WrittenTime TimeOf(LocalDate day, LocalTime? clock) =>
        clock is { } time ? new(day + time, null, true) : new(day.AtMidnight(), null, false);

    /// <summary>The same in both layouts of the file.</summary>
    private static string WrittenOf(LocalDate day, DiaryRow row) =>
        $"{LocalDatePattern.Iso.Format(day)} {OurNames.Plain(row["time of day"])}";

    private static LocalDate? DayOf(DiaryRow row)
    {
        if (IsoTime.Parse(row["date formatted"]) is { } formatted)
            return formatted.Wall.Date;
        var plain = Ordinal().Replace(row["date"], "$1");
        return Days.Parse(plain) is { Success: true, Value: var day } ? day : IsoTime.Parse(plain)?.Wall.Date;
    }

    private void ReadCategory(DiaryRow row, DiaryTime at)
    {
        switch (OurNames.Plain(row["category"]))
        {
            case "symptom" or "symptoms":
                ReadSymptom(row, at);
                break;
            case "mood":
                Rate(row, at, "Mood", Moods);
                _facts.Say(at, row["category"], "detail", row["detail"]);
                break;
            case "energy":
                Rate(row, at, "Energy", Fives);
                break;
            case "sleep quality":
                Rate(row, at, "Sleep quality", Fives);
                break;
            case "sleep":
                _sleep.Read(row, at);
                break;
            case "meds/supplements":
                ReadMedicine(row, at);
                break;
            default:
                ReadOther(row, at);
                break;
        }
    }

    private void ReadOther(DiaryRow row, DiaryTime at)
    {
        switch (OurNames.Plain(row["category"]))
        {
            case "factors" or "sleep factors" or "food diary" or "food diary factors":
                ReadFactors(row, at);
                break;
            case "gratitudes":
                _facts.Write(at, row["detail"]);
                break;
            case "bowel movements":
                _facts.Say(at, row["category"], row["category"], $"{row[Rating]} {row["detail"]}".Trim());
                break;
            default:
                _facts.PassOver(row["category"]);
                break;
        }
    }

    /// <summary>A symptom without a number was there, and nobody said how much.</summary>
    private void ReadSymptom(DiaryRow row, DiaryTime at)
    {
        if (row[Rating].Length == 0)
            _facts.Answer(at, row["category"], row["detail"]);
        else if (_facts.Number(row, Rating, _sheet.MarksOf(Rating)) is { } value)
            _facts.Rate(at, InBrackets(row["detail"]).Before, value, Symptoms);
    }

    private void Rate(DiaryRow row, DiaryTime at, string name, Scale scale)
    {
        if (_facts.Number(row, Rating, _sheet.MarksOf(Rating)) is { } value)
            _facts.Rate(at, name, value, scale, Better.Higher);
    }

    private void ReadMedicine(DiaryRow row, DiaryTime at)
    {
        var (name, unit) = InBrackets(row["detail"]);
        var (amount, whyNot) = _sheet.MarksOf(Rating).Read(row[Rating]);
        _facts.Take(at, name, whyNot is null ? new Dose(amount, unit, null) : Dose.Of(row[Rating]));
    }

    private void ReadFactors(DiaryRow row, DiaryTime at)
    {
        foreach (
            var name in row["detail"].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
            _facts.Answer(at, row["category"], name);
        if (row[Rating].Length > 0)
            _facts.PassOver($"{row["category"]}: {Rating}");
    }

    /// <summary>"Back (lower) pain (Moderate)" is "Back (lower) pain" and "Moderate".</summary>
    private static (string Before, string? Within) InBrackets(string detail) =>
        Bracket().Match(detail) is { Success: true } match
            ? (match.Groups[1].Value, match.Groups[2].Value)
            : (detail, null);

    [GeneratedRegex(@"^([0-9]{1,2})(st|nd|rd|th)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^(.*\S)\s*\(([^()]*)\)$", RegexOptions.Singleline)]
    private static partial Regex Bracket();
}
