using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using NodaTime;

namespace Inomya.Movement;

/// <summary>Looks at the days after each session in the person's own journal.</summary>
/// <remarks>
/// Of every kind of session. Sessions of one day have the same days after them, so what is said of one is said of all.
/// What the journal shows goes before a "no" of the person. What neither shows is unknown, and unknown is never counted
/// as well: docs/methods/movement.md.
/// </remarks>
public sealed class DelayedPayback(DaySeries? series, MovementRules rules)
{
    private const double Tenths = 10;

    private readonly List<double[]> _columns =
    [
        .. rules.PaybackMeasures.Select(m => OutOfTen(series?.Find(m))).OfType<double[]>(),
    ];

    /// <summary>Each session with what came after it.</summary>
    public IReadOnlyList<SessionAfter> Of(IReadOnlyCollection<MovementSession> sessions)
    {
        var said = sessions.ToLookup(s => s.Day, s => s.Next);
        return [.. sessions.Select(s => Of(s, [.. said[s.Day]]))];
    }

    private SessionAfter Of(MovementSession session, List<NextDay?> said)
    {
        var measures = _columns.ConvertAll(c => After(session.Day, c)).FindAll(m => m.IsRecorded);
        var worst = measures.SelectMany(m => m.Rises).Where(r => !double.IsNaN(r)).DefaultIfEmpty(double.NaN).Max();
        var after =
            worst > rules.PaybackRise || said.Contains(NextDay.Worse) ? Aftermath.Worse
            : said.Contains(NextDay.NotWorse) || IsAllKnown(measures) ? Aftermath.Usual
            : Aftermath.Unknown;
        return new SessionAfter(session, after, worst);
    }

    /// <summary>Of every measure that the person records, each of the days against the usual.</summary>
    private static bool IsAllKnown(List<MeasureAfter> measures) =>
        measures.Count > 0 && measures.TrueForAll(m => !Array.Exists(m.Rises, double.IsNaN));

    private MeasureAfter After(LocalDate day, double[] column)
    {
        var row = Period.DaysBetween(series!.First, day);
        var usual = UsualBefore(row, column);
        var days = Enumerable.Range(row + 1, rules.PaybackDays).Select(d => At(d, column)).ToList();
        return new(!double.IsNaN(usual) || days.Exists(v => !double.IsNaN(v)), [.. days.Select(v => v - usual)]);
    }

    /// <summary>One measure on the days after a session.</summary>
    /// <param name="IsRecorded">It has a usual before the session, or stands on one of the days after.</param>
    /// <param name="Rises">
    /// How far each of the days after lies above the usual; NaN where the day or the usual is not known.
    /// </param>
    private sealed record MeasureAfter(bool IsRecorded, double[] Rises);

    private double UsualBefore(int row, double[] column)
    {
        var (from, to) = (Math.Clamp(row - rules.UsualDays, 0, column.Length), Math.Clamp(row, 0, column.Length));
        var before = Summary.Of(column.AsSpan(from..to));
        return before.Recorded < rules.UsualRecorded ? double.NaN : before.Middle;
    }

    private static double At(int row, double[] column) => row >= 0 && row < column.Length ? column[row] : double.NaN;

    private static double[]? OutOfTen(DayColumn? column) =>
        column is null ? null
        : (column.Key.Scale ?? column.Measure?.Scale) is { } scale && scale.Top > scale.Low
            ? Array.ConvertAll(column.Values, v => (v - scale.Low) / (scale.Top - scale.Low) * Tenths)
        : column.Values;
}
