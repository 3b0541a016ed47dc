using Inomya.Vocabulary;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Importing;

/// <summary>Reads the days of a file, with the hour where it gives one; all in one form.</summary>
/// <remarks>
/// A file in which 03/04 could be March or April is not guessed at: its form has to be given. Where most of the hours of
/// a column are 00:00, a 00:00 is no hour but a day.
/// </remarks>
public sealed class Dates
{
    /// <summary>Forms that fit none of so many cells are not tried on the others.</summary>
    private const int LookedFirst = 20;

    /// <summary>A two-figure year so far ahead of now is of the century before.</summary>
    private const int MostYearsAhead = 20;

    /// <summary>Nobody's diary starts before; a year like 1601 is a clock at zero.</summary>
    private static readonly LocalDate Earliest = new(1900, 1, 1);

    private readonly DateForm _form;
    private readonly LocalDate _latest;
    private readonly DayClock? _days;
    private readonly bool _midnightIsDay;

    private Dates(DateForm form, LocalDate latest, DayClock? days, bool midnightIsDay) =>
        (_form, _latest, _days, _midnightIsDay) = (form, latest, days, midnightIsDay);

    /// <param name="format">As .NET writes it, such as "yyyy-MM-dd".</param>
    /// <param name="latest">A later day has not come yet.</param>
    /// <exception cref="ImportException">Not a form of a day.</exception>
    public Dates(string format, LocalDate latest)
        : this(Named(format), latest, null, midnightIsDay: false) { }

    public string Format => _form.Format;

    /// <summary>The form of all these cells: the one that was named, else the one that fits most of them.</summary>
    /// <param name="format">As the person named it; null to find out.</param>
    /// <param name="latest">A later day has not come yet.</param>
    /// <param name="days">Where the person lived, for moments that are given with their zone.</param>
    /// <exception cref="ImportException">
    /// None fits, two fit as well and mean different days, or they are the day numbers of a table program.
    /// </exception>
    public static Dates Of(
        IReadOnlyCollection<string> cells,
        LocalDate latest,
        string? format = null,
        DayClock? days = null
    )
    {
        var given = cells.Where(c => c.Length > 0).ToList();
        var form = format is null ? FormOf(given) : Named(format);
        return new Dates(form, latest, days, MidnightIsDay([.. given.Select(form.Parse).OfType<WrittenTime>()]));
    }

    /// <summary>More than half of the hours are 00:00: nobody writes a diary so.</summary>
    private static bool MidnightIsDay(List<WrittenTime> times) =>
        times.Count(t => t.HasTime && t.Wall.TimeOfDay == LocalTime.Midnight) * 2 > times.Count;

    private static DateForm Named(string format)
    {
        try
        {
            return DateForm.Named(format);
        }
        catch (InvalidPatternException)
        {
            throw new ImportException(ImportProblem.NotADateFormat, format);
        }
    }

    private static DateForm FormOf(List<string> cells)
    {
        var fits = FitsOf(cells);
        if (fits.Count == 0)
            throw NoForm(cells);
        var best = fits[0];
        return fits.Find(best.IsRivalledBy) is { } rival
            ? throw new ImportException(ImportProblem.TwoDateFormats, $"{best.Form.Format}, {rival.Form.Format}")
            : best.Form;
    }

    private static ImportException NoForm(List<string> cells) =>
        cells.Count > 0 && cells.All(DateForm.LooksLikeDayNumber)
            ? new ImportException(ImportProblem.DayNumbers, cells[0])
            : new ImportException(ImportProblem.NoDateFormat, cells.FirstOrDefault() ?? "");

    /// <summary>The forms that fit at least one cell, the one that fits most of them first.</summary>
    private static List<Fit> FitsOf(List<string> cells)
    {
        var first = cells.Distinct().Take(LookedFirst).ToList();
        return
        [
            .. DateForm
                .Known.Where(form => first.Exists(cell => form.Parse(cell) is not null))
                .Select(form => new Fit(form, [.. cells.Select(form.Parse).OfType<WrittenTime>()]))
                .OrderByDescending(f => f.Times.Count),
        ];
    }

    /// <summary>The day a cell holds, where the person lived, or why it cannot be recorded.</summary>
    public (LocalDate Day, RefusalReason? Refused) Read(string cell)
    {
        var (time, refused) = ReadTime(cell);
        return (DayOf(time), refused);
    }

    /// <summary>The day, and the time of it where the cell has one, or why it cannot be recorded.</summary>
    public (WrittenTime Time, RefusalReason? Refused) ReadTime(string cell)
    {
        if (_form.Parse(cell) is not { } parsed)
            return (default, RefusalReason.NotADate);
        var time = OfThisCentury(AsDay(parsed));
        var day = DayOf(time);
        if (day < Earliest)
            return (default, RefusalReason.Before1900);
        return day > _latest ? (default, RefusalReason.DayToCome) : (time, null);
    }

    private WrittenTime AsDay(WrittenTime time) =>
        _midnightIsDay && time.Wall.TimeOfDay == LocalTime.Midnight
            ? time with
            {
                Instant = null,
                HasTime = false,
            }
            : time;

    private WrittenTime OfThisCentury(WrittenTime time) =>
        IsTwoFigures && time.Wall.Year > _latest.Year + MostYearsAhead
            ? time with
            {
                Wall = time.Wall.PlusYears(-100),
            }
            : time;

    private bool IsTwoFigures => _form.Format.Split("yy").Length == 2;

    /// <summary>The date on the wall where the person was; of a day without an hour the day itself.</summary>
    private LocalDate DayOf(WrittenTime time) =>
        time.Instant is { } instant && _days is { } days ? instant.InZone(days.ZoneAt(instant)).Date : time.Wall.Date;

    /// <summary>What cells hold when they are read in one form.</summary>
    private sealed record Fit(DateForm Form, List<WrittenTime> Times)
    {
        /// <summary>The other one fits as many cells and makes other days of them.</summary>
        public bool IsRivalledBy(Fit other) => other.Times.Count == Times.Count && !other.Times.SequenceEqual(Times);
    }
}
