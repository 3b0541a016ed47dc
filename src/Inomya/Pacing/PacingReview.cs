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
        var days = Period.DaysBetween(first, last) + 1;
        var byKind = Enum.GetValues<ActivityKind>()
            .Where(k => k != ActivityKind.Rest)
            .ToDictionary(k => k, _ => Empty(days));
        var load = Empty(days);
        foreach (var day in kept.GroupBy(a => Period.DaysBetween(first, a.Day)))
        {
            load[day.Key] = day.Sum(a => a.Units);
            foreach (var (kind, units) in byKind)
                units[day.Key] = day.Where(a => a.Kind == kind).Sum(a => a.Units);
        }
        return new PacingReview(first, load, byKind);
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

    /// <summary>
    /// Every day of too much that was followed by one of little within a few days, against what was usual at the time.
    /// </summary>
    public IReadOnlyList<Bust> Busts(PacingRules rules)
    {
        var found = new List<Bust>();
        for (var day = 0; day < Load.Length; day++)
        {
            if (Usual(First.PlusDays(day), rules) is not { } usual || !(Load[day] > rules.Boom * usual))
                continue;
            for (var after = day + 1; after < Math.Min(Load.Length, day + 1 + rules.BustWithinDays); after++)
                if (Load[after] < rules.Bust * usual)
                {
                    found.Add(new Bust(First.PlusDays(day), First.PlusDays(after)));
                    break;
                }
        }
        return found;
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
        var offset = Period.DaysBetween(First, series.First);
        double[] Aligned(double[] units) =>
            [
                .. Enumerable
                    .Range(0, series.Days)
                    .Select(t => t + offset >= 0 && t + offset < units.Length ? units[t + offset] : double.NaN),
            ];
        var kinds = ByKind.Select(k => (k.Key, Name: k.Key.ToString(), Values: Aligned(k.Value))).ToList();
        var table = new DailyTable(
            ["outcome", .. kinds.Select(k => k.Name)],
            [.. Enumerable.Range(series.First.ToEpochDay(), series.Days)],
            [outcome.Values, .. kinds.Select(k => k.Values)]
        );
        var roles = new Roles("outcome", [], kinds.ToDictionary(k => k.Name, _ => FactorKind.Reactive))
        {
            Activities = [.. kinds.Select(k => k.Name)],
            HigherIsWorse = outcome.Measure?.Better != Better.Higher,
        };
        return
        [
            .. from paid in Engine.Analyze(table, roles, stop).BoomAndBust
            let kind = kinds.First(k => k.Name == paid.Factor)
            let spread = Deviation(kind.Values)
            where spread > 0
            let bad = roles.HigherIsWorse ? paid.Lo > 0 : paid.Hi < 0
            select new ActivityCost(
                kind.Key,
                paid.Sum / spread,
                paid.Lo / spread,
                paid.Hi / spread,
                paid.FromLag,
                paid.ToLag,
                paid.DaysCounted,
                bad && paid.Q < level
            ),
        ];
    }

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
