using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Importing;

/// <summary>One way to write a day, with or without a time and a zone.</summary>
internal sealed class DateForm
{
    /// <summary>Days as a table program counts them: said by the person, since they look like any number.</summary>
    public const string TableProgram = "excel";

    private const int DigitsOfSeconds = 10;
    private const int DigitsOfMilliseconds = 13;

    private static readonly LocalDate FirstOfTableProgram = new(1899, 12, 30);

    /// <summary>Names of months and of days of the week are those of the app's languages.</summary>
    private static readonly CultureInfo[] Cultures =
    [
        .. ((string[])["en-US", "en-GB", "es-ES"]).Select(CultureInfo.GetCultureInfo),
    ];

    private static readonly string[] InFigures =
    [
        "uuuu-M-d",
        "uuuu/M/d",
        "uuuu.M.d",
        "uuuuMMdd",
        "d.M.uuuu",
        "d/M/uuuu",
        "M/d/uuuu",
        "d-M-uuuu",
        "M-d-uuuu",
        "d.M.uu",
        "d/M/uu",
        "M/d/uu",
        "d-M-uu",
        "M-d-uu",
    ];

    private static readonly string[] WithNames =
    [
        "d MMM uuuu",
        "d MMMM uuuu",
        "d. MMM uuuu",
        "d. MMMM uuuu",
        "d-MMM-uuuu",
        "d-MMM-uu",
        "MMM d, uuuu",
        "MMMM d, uuuu",
        "MMM d uuuu",
        "MMMM d uuuu",
        "dddd, d MMMM uuuu",
        "dddd, MMMM d, uuuu",
        "d 'de' MMMM 'de' uuuu",
        "dddd, d 'de' MMMM 'de' uuuu",
    ];

    private static readonly string[] Times =
    [
        " H:mm",
        " H:mm:ss.FFFFFFF",
        "'T'H:mm",
        "'T'H:mm:ss.FFFFFFF",
        ", H:mm",
        ", H:mm:ss",
        " h:mm tt",
        " h:mm:ss tt",
        ", h:mm tt",
    ];

    private static readonly string[] Zones = ["o<Z+HH:mm>", "o<Z+HHmm>", "o<+HH>", "' 'o<+HH:mm>", "' 'o<+HHmm>"];

    /// <summary>All that are tried where the person does not say which it is.</summary>
    public static IReadOnlyList<DateForm> Known { get; } =
    [
        .. InFigures.SelectMany(day => OfDay(day, CultureInfo.InvariantCulture)),
        .. Cultures.SelectMany(culture => WithNames.SelectMany(day => OfDay(day, culture))),
        .. from time in Times.Take(4) from zone in Zones select Zoned($"uuuu-MM-dd{time}{zone}"),
        new DateForm("seconds", Seconds),
    ];

    private readonly Func<string, WrittenTime?> _parse;

    private DateForm(string format, Func<string, WrittenTime?> parse) => (Format, _parse) = (format, parse);

    /// <summary>As people write it, with y for the year.</summary>
    public string Format { get; }

    public WrittenTime? Parse(string cell) => _parse(cell);

    /// <summary>The form that someone named, as .NET writes it, such as "dd/MM/yyyy HH:mm".</summary>
    /// <exception cref="InvalidPatternException">It is no form of a day.</exception>
    public static DateForm Named(string format)
    {
        if (format == TableProgram)
            return new DateForm(format, DayNumber);
        var pattern = PatternOf(format);
        if (pattern.Contains("o<", StringComparison.Ordinal))
            return Zoned(pattern);
        var forms = Cultures.Select(culture => Local(pattern, culture)).ToList();
        return new DateForm(format, cell => forms.Select(f => f.Parse(cell)).FirstOrDefault(t => t is not null));
    }

    private static string PatternOf(string format) =>
        format
            .Replace('y', 'u')
            .Replace("zzz", "o<+HH:mm>", StringComparison.Ordinal)
            .Replace("K", "o<Z+HH:mm>", StringComparison.Ordinal);

    /// <summary>A number as large as the days since 1900 are.</summary>
    public static bool LooksLikeDayNumber(string cell) => DayNumber(cell) is { Wall.Year: > 1960 and < 2100 };

    private static IEnumerable<DateForm> OfDay(string day, CultureInfo culture) =>
        Times.Select(time => Local(day + time, culture)).Prepend(Local(day, culture));

    private static DateForm Local(string pattern, CultureInfo culture)
    {
        if (!HasTime(pattern))
            return LocalDay(pattern, culture);
        var times = LocalDateTimePattern.Create(pattern, culture);
        return new DateForm(Shown(pattern), cell =>
            times.Parse(cell) is { Success: true, Value: var at }
                ? new WrittenTime(InFull(at.Date, pattern) + at.TimeOfDay, null, true)
                : null
        );
    }

    private static DateForm LocalDay(string pattern, CultureInfo culture)
    {
        var days = LocalDatePattern.Create(pattern, culture);
        return new DateForm(Shown(pattern), cell =>
            days.Parse(cell) is { Success: true, Value: var day } ? Day(InFull(day, pattern)) : null
        );
    }

    /// <summary>A year of two figures is read as one of the first century: it is one of this. One of four is what it is.</summary>
    private static LocalDate InFull(LocalDate day, string pattern) =>
        day.Year < 100 && !pattern.Contains("uuu", StringComparison.Ordinal) ? day.PlusYears(2000) : day;

    private static DateForm Zoned(string pattern)
    {
        var times = OffsetDateTimePattern.CreateWithInvariantCulture(pattern);
        return new DateForm(Shown(pattern), cell =>
            times.Parse(cell) is { Success: true, Value: var at }
                ? new WrittenTime(at.LocalDateTime, at.ToInstant(), true)
                : null
        );
    }

    private static WrittenTime Day(LocalDate day) => new(day.AtMidnight(), null, false);

    private static string Shown(string pattern) => pattern.Replace('u', 'y');

    private static bool HasTime(string pattern) => pattern.Contains('H') || pattern.Contains('h');

    /// <summary>Seconds since 1970, or thousandths of them: told apart by how many figures there are.</summary>
    private static WrittenTime? Seconds(string cell)
    {
        if (cell.Length is not (DigitsOfSeconds or DigitsOfMilliseconds) || !cell.All(char.IsAsciiDigit))
            return null;
        var number = long.Parse(cell, CultureInfo.InvariantCulture);
        var instant =
            cell.Length == DigitsOfSeconds
                ? Instant.FromUnixTimeSeconds(number)
                : Instant.FromUnixTimeMilliseconds(number);
        return new WrittenTime(instant.InUtc().LocalDateTime, instant, true);
    }

    private static WrittenTime? DayNumber(string cell)
    {
        var isNumber = decimal.TryParse(
            cell,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        );
        return isNumber && number is >= 1 and <= 100_000 ? DayNumber(number) : null;
    }

    private static WrittenTime DayNumber(decimal number)
    {
        var whole = decimal.Truncate(number);
        var seconds = (long)decimal.Round((number - whole) * NodaConstants.SecondsPerDay);
        var at = FirstOfTableProgram.PlusDays((int)whole).AtMidnight().PlusSeconds(seconds);
        return new WrittenTime(at, null, number != whole);
    }
}
