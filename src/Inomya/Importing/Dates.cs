using Inomya.Vocabulary;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Importing;

/// <summary>Reads the days of a file, with the hour where its format has one; all in one format.</summary>
/// <remarks>A file in which 03/04 could be March or April is not guessed at: its format has to be given.</remarks>
public sealed class Dates
{
    /// <summary>Nobody's diary starts before; a year like 1601 is a clock at zero.</summary>
    private static readonly LocalDate Earliest = new(1900, 1, 1);

    private static readonly string[] Known =
    [
        "uuuu-MM-dd",
        "uuuu/MM/dd",
        "dd.MM.uuuu",
        "d.M.uuuu",
        "dd/MM/uuuu",
        "d/M/uuuu",
        "MM/dd/uuuu",
        "M/d/uuuu",
        "dd-MM-uuuu",
        "d MMM uuuu",
        "uuuuMMdd",
        "uuuu-MM-dd HH:mm",
        "uuuu-MM-dd HH:mm:ss",
        "uuuu-MM-dd'T'HH:mm",
        "uuuu-MM-dd'T'HH:mm:ss",
    ];

    private readonly Func<string, LocalDateTime?> _parse;
    private readonly LocalDate _latest;

    /// <param name="format">As .NET writes it, such as "yyyy-MM-dd".</param>
    /// <param name="latest">A later day has not come yet.</param>
    /// <exception cref="ImportException">Not a format of a day.</exception>
    public Dates(string format, LocalDate latest)
    {
        try
        {
            _parse = Parser(format.Replace('y', 'u'));
        }
        catch (InvalidPatternException)
        {
            throw new ImportException(ImportProblem.NotADateFormat, format);
        }
        (Format, _latest) = (format, latest);
    }

    public string Format { get; }

    /// <summary>The cells hold an hour of the day too.</summary>
    public bool WithTime => HasTime(Format);

    /// <summary>The one format that fits most of these cells.</summary>
    /// <exception cref="ImportException">None fits, or two fit as well and mean different days.</exception>
    public static Dates Of(IReadOnlyCollection<string> cells, LocalDate latest)
    {
        var fits = FitsOf(cells);
        if (fits.Count == 0)
            throw new ImportException(ImportProblem.NoDateFormat, cells.FirstOrDefault() ?? "");
        var best = fits[0];
        return fits.Find(best.IsRivalledBy) is { } rival
            ? throw new ImportException(ImportProblem.TwoDateFormats, $"{best.Format}, {rival.Format}")
            : new Dates(best.Format, latest);
    }

    /// <summary>The formats that fit at least one cell, the one that fits most of them first.</summary>
    private static List<Fit> FitsOf(IReadOnlyCollection<string> cells) =>
        [
            .. Known
                .Select(format => new Fit(format, Parsed(format, cells)))
                .Where(f => f.Days.Count > 0)
                .OrderByDescending(f => f.Days.Count),
        ];

    /// <summary>The day a cell holds, or why it cannot be recorded.</summary>
    public (LocalDate Day, RefusalReason? Refused) Read(string cell)
    {
        var (at, refused) = ReadTime(cell);
        return (at.Date, refused);
    }

    /// <summary>
    /// The date and time on the wall that a cell holds, or why it cannot be recorded; midnight for a format without a
    /// time.
    /// </summary>
    public (LocalDateTime At, RefusalReason? Refused) ReadTime(string cell)
    {
        if (_parse(cell) is not { } at)
            return (default, RefusalReason.NotADate);
        if (at.Date < Earliest)
            return (default, RefusalReason.Before1900);
        return at.Date > _latest ? (default, RefusalReason.DayToCome) : (at, null);
    }

    private static List<LocalDateTime> Parsed(string format, IEnumerable<string> cells) =>
        [.. cells.Select(Parser(format)).OfType<LocalDateTime>()];

    private static bool HasTime(string format) =>
        format.Contains('H', StringComparison.Ordinal) || format.Contains('h', StringComparison.Ordinal);

    private static Func<string, LocalDateTime?> Parser(string format)
    {
        if (HasTime(format))
        {
            var times = LocalDateTimePattern.CreateWithInvariantCulture(format);
            return cell => times.Parse(cell) is { Success: true, Value: var at } ? at : null;
        }
        var days = LocalDatePattern.CreateWithInvariantCulture(format);
        return cell => days.Parse(cell) is { Success: true, Value: var day } ? day.AtMidnight() : null;
    }

    /// <summary>What cells hold when they are read in one format.</summary>
    private sealed record Fit(string Format, List<LocalDateTime> Days)
    {
        /// <summary>The other one fits as many cells and makes other days of them.</summary>
        public bool IsRivalledBy(Fit other) => other.Days.Count == Days.Count && !other.Days.SequenceEqual(Days);
    }
}
