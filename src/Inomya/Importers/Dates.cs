using NodaTime;
using NodaTime.Text;

namespace Inomya.Importers;

/// <summary>Reads the days of a file, all in one format.</summary>
/// <remarks>A file in which 03/04 could be March or April is not guessed at: its format has to be given.</remarks>
public sealed class Dates
{
    /// <summary>Nobody's diary starts before; a year like 1601 is a clock at zero.</summary>
    private static readonly LocalDate Earliest = new(1900, 1, 1);

    private static readonly string[] Known =
        ["uuuu-MM-dd", "uuuu/MM/dd", "dd.MM.uuuu", "d.M.uuuu", "dd/MM/uuuu", "d/M/uuuu", "MM/dd/uuuu", "M/d/uuuu", "dd-MM-uuuu", "d MMM uuuu", "uuuuMMdd"];

    private readonly LocalDatePattern _pattern;
    private readonly LocalDate _latest;

    /// <param name="format">As .NET writes it, such as "yyyy-MM-dd".</param>
    /// <param name="latest">A later day has not come yet.</param>
    /// <exception cref="ImportException">Not a format of a day.</exception>
    public Dates(string format, LocalDate latest)
    {
        try
        {
            _pattern = LocalDatePattern.CreateWithInvariantCulture(format.Replace('y', 'u'));
        }
        catch (InvalidPatternException)
        {
            throw new ImportException("not-a-date-format", format);
        }
        (Format, _latest) = (format, latest);
    }

    public string Format { get; }

    /// <summary>The one format that fits most of these cells.</summary>
    /// <exception cref="ImportException">None fits, or two fit as well and mean different days.</exception>
    public static Dates Of(IReadOnlyCollection<string> cells, LocalDate latest)
    {
        var fits = Known.Select(format => (Format: format, Days: Parsed(format, cells))).Where(f => f.Days.Count > 0)
            .OrderByDescending(f => f.Days.Count).ToList();
        if (fits.Count == 0) throw new ImportException("no-date-format", cells.FirstOrDefault() ?? "");
        var rival = fits.FirstOrDefault(f => f.Days.Count == fits[0].Days.Count && !f.Days.SequenceEqual(fits[0].Days));
        return rival.Format is null
            ? new Dates(fits[0].Format, latest)
            : throw new ImportException("two-date-formats", $"{fits[0].Format}, {rival.Format}");
    }

    /// <summary>The day a cell holds, or why it cannot be recorded.</summary>
    public (LocalDate Day, string? Refused) Read(string cell)
    {
        var parsed = _pattern.Parse(cell);
        if (!parsed.Success) return (default, "not-a-date");
        if (parsed.Value < Earliest) return (default, "before-1900");
        return parsed.Value > _latest ? (default, "day-to-come") : (parsed.Value, null);
    }

    private static List<LocalDate> Parsed(string format, IEnumerable<string> cells)
    {
        var pattern = LocalDatePattern.CreateWithInvariantCulture(format);
        return [.. cells.Select(c => pattern.Parse(c)).Where(p => p.Success).Select(p => p.Value)];
    }
}
