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
        _facts.Write(at, row["notes"], $"{row["category"]} {InBrackets(row["detail"]).Before}");
        _sheet.PassOverOthers(row, _facts);
    }

    private bool IsDated(DiaryRow row, out DiaryTime at)
    {
        var (day, part) = (DayOf(row), row["time of day"]);
        var clock = ClockTime.Parse(part);
        if (day is not null && clock is null && part.Any(char.IsAsciiDigit))
        {
            at = default;
            _facts.Refuse(row.Line, RefusalReason.NotATime, part, "time of day");
            return false;
        }
        return _facts.IsDated(row.Line, "date", row["date"], ClockTime.On(day, clock), out at, WrittenOf(day, part));
    }

    /// <summary>The same in both layouts of the file.</summary>
    private static string WrittenOf(LocalDate? day, string part) =>
        $"{day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)} {OurNames.Plain(part)}";

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
            case "energy" or "sleep quality":
                Rate(row, at, row["category"], Fives);
                break;
            default:
                ReadEvent(row, at);
                break;
        }
    }

    private void ReadEvent(DiaryRow row, DiaryTime at)
    {
        switch (OurNames.Plain(row["category"]))
        {
            case "sleep":
                _sleep.Read(row, at);
                break;
            case "meds/supplements":
                ReadMedicine(row, at);
                break;
            case "factors" or "sleep factors" or "food diary" or "food diary factors":
                ReadFactors(row, at);
                break;
            default:
                ReadWords(row, at);
                break;
        }
    }

    private void ReadWords(DiaryRow row, DiaryTime at)
    {
        if (OurNames.Plain(row["category"]) == "gratitudes")
            _facts.Write(at, row["detail"], row["category"]);
        else if (OurNames.Plain(row["category"]) == "bowel movements")
            _facts.Say(at, row["category"], row["category"], $"{row[Rating]} {row["detail"]}".Trim());
        else
            _facts.PassOver(row["category"]);
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
