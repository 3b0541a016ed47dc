using Inomya.Analysis;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Pacing;

/// <summary>The activity diary read as load a day.</summary>
/// <param name="First">The day of the first value.</param>
/// <param name="Load">Shape (days): units a day, all kinds together; NaN where the diary was not kept.</param>
public sealed record PacingReview(LocalDate First, double[] Load, IReadOnlyDictionary<ActivityKind, double[]> ByKind)
{
    /// <summary>
    /// The diary up to a day; on a day with any entry, kinds without one are 0. Null when it was never kept.
    /// </summary>
    public static PacingReview? Of(IReadOnlyList<Activity> diary, LocalDate last)
    {
        var kept = diary.Where(a => a.Day <= last).ToList();
        if (kept.Count == 0)
            return null;
        var first = kept.Min(a => a.Day);
        var review = Unkept(first, Period.DaysBetween(first, last) + 1);
        review.Add(kept);
        return review;
    }

    private static PacingReview Unkept(LocalDate first, int days) =>
        new(
            first,
            Empty(days),
            Enum.GetValues<ActivityKind>().Where(k => k != ActivityKind.Rest).ToDictionary(k => k, _ => Empty(days))
        );

    private void Add(List<Activity> diary)
    {
        foreach (var day in diary.GroupBy(a => Period.DaysBetween(First, a.Day)))
        {
            Load[day.Key] = day.Sum(a => a.Units);
            foreach (var (kind, units) in ByKind)
                units[day.Key] = day.Where(a => a.Kind == kind).Sum(a => a.Units);
        }
    }

    public LocalDate Last => First.PlusDays(Load.Length - 1);

    /// <summary>
    /// The median load of the last days on which the diary was kept, before a day; null when there are too few.
    /// </summary>
    public double? Usual(LocalDate day, PacingRules rules)
    {
        var until = Math.Clamp(Period.DaysBetween(First, day), 0, Load.Length);
        double[] recent = [.. Load[..until].Where(v => !double.IsNaN(v)).TakeLast(rules.UsualDays)];
        return recent.Length < rules.LeastDays ? null : Summary.Of(recent).Middle;
    }

    /// <summary>
    /// Units for a day: the usual load, and less of it in a flare or on the days after too much. Null while the usual
    /// is not known.
    /// </summary>
    public double? Budget(LocalDate day, bool inFlare, PacingRules rules) =>
        Usual(day, rules) is not { } usual ? null
        : inFlare || AfterBoom(day, usual, rules) ? usual * rules.CarefulShare
        : usual;

    /// <summary>The day before was one of too much.</summary>
    public bool AfterBoom(LocalDate day, double usual, PacingRules rules) =>
        Period.DaysBetween(First, day) - 1 is >= 0 and var before
        && before < Load.Length
        && Load[before] > rules.Boom * usual;

    /// <summary>Days of the diary that have a usual load to be compared with.</summary>
    public int Compared(PacingRules rules) =>
        Enumerable
            .Range(0, Load.Length)
            .Count(t => !double.IsNaN(Load[t]) && Usual(First.PlusDays(t), rules) is not null);

    /// <summary>
    /// Every day of too much that was followed by one of little within a few days, against what was usual at the time.
    /// </summary>
    public IReadOnlyList<Bust> Busts(PacingRules rules)
    {
        var found = new List<Bust>();
        for (var day = 0; day < Load.Length; day++)
            if (
                Usual(First.PlusDays(day), rules) is { } usual
                && Load[day] > rules.Boom * usual
                && BustAfter(day, usual, rules) is { } bust
            )
                found.Add(new Bust(First.PlusDays(day), First.PlusDays(bust)));
        return found;
    }

    private int? BustAfter(int boom, double usual, PacingRules rules)
    {
        for (var day = boom + 1; day < Math.Min(Load.Length, boom + 1 + rules.BustWithinDays); day++)
            if (Load[day] < rules.Bust * usual)
                return day;
        return null;
    }

    /// <summary>
    /// What each kind costs on the days after, by the engine's payback; kinds that never varied are left out.
    /// </summary>
    /// <param name="series">The journal.</param>
    /// <param name="outcome">The column that pays.</param>
    /// <param name="level">How much chance is allowed for over all kinds.</param>
    public IReadOnlyList<ActivityCost> Costs(
        DaySeries series,
        DayColumn outcome,
        double level,
        CancellationToken stop = default
    )
    {
        var kinds = ByKind.ToDictionary(k => k.Key.ToString(), k => (Kind: k.Key, Units: In(series, k.Value)));
        var higherIsWorse = outcome.Measure?.Better != Better.Higher;
        var table = new DailyTable(
            ["outcome", .. kinds.Keys],
            [.. Enumerable.Range(series.First.ToEpochDay(), series.Days)],
            [outcome.Values, .. kinds.Values.Select(k => k.Units)]
        );
        return
        [
            .. from paid in Engine.Analyze(table, RolesOf(kinds.Keys, higherIsWorse), stop).BoomAndBust
            let kind = kinds[paid.Factor]
            let spread = Deviation(kind.Units)
            where spread > 0
            let bad = higherIsWorse ? paid.Lo > 0 : paid.Hi < 0
            select CostOf(kind.Kind, paid, spread, isClear: bad && paid.Q < level),
        ];
    }

    /// <summary>A kind's units on the days of a series.</summary>
    private double[] In(DaySeries series, double[] units)
    {
        var offset = Period.DaysBetween(First, series.First);
        return
        [
            .. Enumerable.Range(offset, series.Days).Select(t => t >= 0 && t < units.Length ? units[t] : double.NaN),
        ];
    }

    private static Roles RolesOf(IEnumerable<string> kinds, bool higherIsWorse) =>
        new("outcome", [], kinds.ToDictionary(k => k, _ => FactorKind.Reactive))
        {
            Activities = [.. kinds],
            HigherIsWorse = higherIsWorse,
        };

    private static ActivityCost CostOf(ActivityKind kind, Payback paid, double spread, bool isClear) =>
        new(
            kind,
            paid.Sum / spread,
            paid.Lo / spread,
            paid.Hi / spread,
            paid.FromLag,
            paid.ToLag,
            paid.DaysCounted,
            isClear
        );

    /// <summary>As the engine's: divisor n, over recorded days.</summary>
    private static double Deviation(double[] values)
    {
        double[] recorded = [.. values.Where(v => !double.IsNaN(v))];
        if (recorded.Length == 0)
            return 0;
        var mean = recorded.Average();
        return Math.Sqrt(recorded.Average(v => (v - mean) * (v - mean)));
    }

    private static double[] Empty(int days)
    {
        var values = new double[days];
        Array.Fill(values, double.NaN);
        return values;
    }
}
