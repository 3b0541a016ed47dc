namespace Inomya.Analysis;

/// <summary>
/// A test of a treatment whose first day was drawn among some days: what changed at the drawn day is compared with what
/// changed at each day that could have been drawn.
/// </summary>
/// <remarks>
/// Valid whatever the errors, drift and season: had the treatment done nothing, the outcome would be the same whichever
/// day was drawn, so each day is as likely to be the one with the largest change. How large a change is, is told by a
/// regression of the days around on a step, beside a line, with the autoregression of the days before the first that
/// could have been drawn: that finds the day best, and decides nothing about validity. The interval holds every effect
/// that the test, with that effect taken off the days since the start, does not reject. Source: Edgington and Onghena,
/// Randomization Tests, 4th ed. (2007), ch. 11; inversion: Garthwaite (1996), Biometrics 52(4), 1387-1393,
/// doi:10.2307/2532852.
/// </remarks>
public static class StartDayTest
{
    /// <summary>Days that are looked at before the first day that could have been drawn, and after the last.</summary>
    public const int DaysEachSide = 42;

    /// <summary>So many of them must be recorded on each side.</summary>
    public const int DaysNeededEachSide = 7;

    private const double Level = 0.05;
    private const double Rounding = 1e-9;

    /// <summary>Compares the change at the drawn day with that at each day that could have been drawn.</summary>
    /// <param name="outcome">Shape (days), one slot a calendar day. NaN: not recorded, left out.</param>
    /// <param name="firstDay">The day of the first slot, days since 1970-01-01.</param>
    /// <param name="draw">How the first day was drawn.</param>
    /// <param name="lastDay">
    /// The last day with the treatment: what comes after it is left out whichever day was drawn; null: it goes on.
    /// </param>
    /// <returns>Null where fewer than <see cref="DaysNeededEachSide"/> days are recorded on a side.</returns>
    public static StartDayResult? Of(double[] outcome, int firstDay, StartDraw draw, int? lastDay = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(draw);
        var first = (long)draw.FirstDay - firstDay;
        var end = Math.Min(outcome.Length, (lastDay ?? long.MaxValue - 1) - firstDay + 1);
        if (Recorded(outcome, first - DaysEachSide, first) < DaysNeededEachSide)
            return null;
        if (Recorded(outcome, first + draw.Days, Math.Min(end, first + draw.Days + DaysEachSide)) < DaysNeededEachSide)
            return null;
        return Compare(new Around(outcome, (int)first, draw.Days, (int)end), draw);
    }

    private static int Recorded(double[] outcome, long from, long to)
    {
        var (first, last) = (Math.Clamp(from, 0, outcome.Length), Math.Clamp(to, 0, outcome.Length));
        return last > first ? Moments.Count(outcome.AsSpan((int)first, (int)(last - first))) : 0;
    }

    /// <summary>The days around the draw, whitened.</summary>
    private sealed class Around
    {
        private readonly GapWhitening _whitening;
        private readonly double[][] _beside;
        private readonly double[] _y;
        private readonly double[][] _steps;

        public Around(double[] outcome, int first, int starts, int end)
        {
            var from = Math.Max(0, first - DaysEachSide);
            var days = outcome[from..Math.Min(end, first + starts + DaysEachSide)];
            var rows = Moments.RecordedSlots(days);
            var before = outcome.AsSpan(0, first);
            _whitening = new GapWhitening(rows, GapFill.Persistence(before, Moments.Mean(before)));
            var level = White(Array.ConvertAll(days, _ => 1.0), rows.Length);
            var line = White([.. Enumerable.Range(0, days.Length).Select(t => (double)t)], rows.Length);
            _beside = [level, Without(level, line)];
            _y = White(days, rows.Length);
            _steps = [.. Enumerable.Range(first - from, starts).Select(s => Step(s, days.Length, rows.Length))];
        }

        /// <summary>Shape (starts). The change at each, in units that make them comparable.</summary>
        public double[] Changes() => Array.ConvertAll(_steps, s => Dot(s, _y) / Size(s));

        /// <summary>Shape (starts). What an effect of one unit from one of the starts on adds to each change.</summary>
        public double[] Added(int start) => Array.ConvertAll(_steps, s => Dot(s, _steps[start]) / Size(s));

        private double[] White(double[] column, int rows)
        {
            var white = new double[rows];
            _whitening.Apply(column, white);
            return white;
        }

        /// <summary>1 from a slot on; without what level and line make of it.</summary>
        private double[] Step(int slot, int days, int rows)
        {
            var step = White([.. Enumerable.Range(0, days).Select(t => t >= slot ? 1.0 : 0)], rows);
            return _beside.Aggregate(step, (left, column) => Without(column, left));
        }

        private static double[] Without(double[] column, double[] of)
        {
            var share = Dot(column, of) / Dot(column, column);
            return [.. of.Zip(column, (o, c) => o - share * c)];
        }

        private static double Size(double[] column) => Math.Sqrt(Dot(column, column));

        private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
    }

    private static StartDayResult Compare(Around around, StartDraw draw)
    {
        var drawn = draw.StartDay - draw.FirstDay;
        var (changes, added) = (around.Changes(), around.Added(drawn));
        var size = Math.Abs(changes[drawn]) * (1 - Rounding);
        var asLarge = changes.Count(c => Math.Abs(c) >= size);
        var (lo, hi) = Interval(changes, added, drawn);
        return new StartDayResult((double)asLarge / draw.Days, changes[drawn] / added[drawn], lo, hi, draw.Days);
    }

    /// <summary>
    /// Each other day does not reject the effects of one stretch around the estimate; an effect is rejected where too
    /// few do not.
    /// </summary>
    private static (double Lo, double Hi) Interval(double[] changes, double[] added, int drawn)
    {
        var mayReject = (int)Math.Floor(Level * changes.Length + Rounding);
        if (mayReject == 0)
            return (double.NegativeInfinity, double.PositiveInfinity);
        var ends = Enumerable
            .Range(0, changes.Length)
            .Where(s => s != drawn)
            .Select(s => NotRejectedBy((changes[drawn], added[drawn]), (changes[s], added[s])))
            .ToList();
        return (
            ends.Select(e => e.Lo).Order().ElementAt(mayReject - 1),
            ends.Select(e => e.Hi).OrderDescending().ElementAt(mayReject - 1)
        );
    }

    /// <summary>
    /// The effects d with |other − d · added to it| at least |own − d · added to it|: all of them where nothing is
    /// recorded between the two days.
    /// </summary>
    private static (double Lo, double Hi) NotRejectedBy(
        (double Change, double Added) own,
        (double Change, double Added) other
    )
    {
        if (own.Added - Math.Abs(other.Added) <= Rounding * own.Added)
            return (double.NegativeInfinity, double.PositiveInfinity);
        var one = (own.Change - other.Change) / (own.Added - other.Added);
        var two = (own.Change + other.Change) / (own.Added + other.Added);
        return (Math.Min(one, two), Math.Max(one, two));
    }
}
