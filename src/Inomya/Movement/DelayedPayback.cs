using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using NodaTime;

namespace Inomya.Movement;

/// <summary>Looks at the days after each session in the person's own journal.</summary>
/// <remarks>
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
    public IReadOnlyList<SessionAfter> Of(IEnumerable<MovementSession> sessions) => [.. sessions.Select(Of)];

    private SessionAfter Of(MovementSession session)
    {
        var rises = _columns.ConvertAll(c => RiseAfter(session.Day, c));
        var worst = rises.SelectMany(r => r).Where(r => !double.IsNaN(r)).DefaultIfEmpty(double.NaN).Max();
        var after =
            worst > rules.PaybackRise || session.Next == NextDay.Worse ? Aftermath.Worse
            : session.Next == NextDay.NotWorse || IsAllKnown(rises) ? Aftermath.Usual
            : Aftermath.Unknown;
        return new SessionAfter(session, after, worst);
    }

    /// <summary>Of every measure that the person records, each of the days.</summary>
    private static bool IsAllKnown(List<double[]> rises) =>
        rises.Exists(r => !Array.TrueForAll(r, double.IsNaN))
        && rises.TrueForAll(r => Array.TrueForAll(r, double.IsNaN) || !Array.Exists(r, double.IsNaN));

    /// <summary>How far each of the days after lies above the usual; NaN where the day or the usual is not known.</summary>
    private double[] RiseAfter(LocalDate day, double[] column)
    {
        var row = Period.DaysBetween(series!.First, day);
        var usual = UsualBefore(row, column);
        return [.. Enumerable.Range(row + 1, rules.PaybackDays).Select(d => At(d, column) - usual)];
    }

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
