namespace Inomya.Analysis;

/// <summary>
/// Two things that go with the outcome on the same day and with each other: perhaps a third thing moves all of them.
/// </summary>
/// <param name="First">One factor's column.</param>
/// <param name="Second">The other's.</param>
/// <param name="Correlation">Between them, over the days on which both were recorded.</param>
/// <param name="Days">How many days that is.</param>
public sealed record SharedCause(string First, string Second, double Correlation, int Days)
{
    /// <summary>
    /// Same-day findings that move together less than this have little in common. Tried on made persons: at 0.15 two in
    /// three of those with an unrecorded common cause are warned, of others one in 800; at 0.2 six in ten; see
    /// docs/methods/triggers.md.
    /// </summary>
    private const double MovesTogether = 0.15;

    private const int DaysNeeded = 20;

    /// <summary>Every pair of same-day findings, the person's own, that pushes one way; the strongest first.</summary>
    /// <remarks>
    /// Weather and cycle are left out: nothing that a person does or feels moves them, and they move by the season
    /// together.
    /// </remarks>
    internal static IReadOnlyList<SharedCause> Among(IReadOnlyList<Trigger> triggers, DayGrid grid)
    {
        var found = triggers.Where(t => t is { Selected: true, Lag: 0 } && IsOwn(t.Kind)).ToList();
        return
        [
            .. found
                .SelectMany((a, i) => found.Skip(i + 1).Select(b => Between(a, b, grid)))
                .OfType<SharedCause>()
                .OrderByDescending(p => Math.Abs(p.Correlation)),
        ];
    }

    private static SharedCause? Between(Trigger a, Trigger b, DayGrid grid)
    {
        var pair = Of(a, b, grid);
        return pair.Days >= DaysNeeded && PushesOneWay(a, b, pair.Correlation) ? pair : null;
    }

    private static bool IsOwn(FactorKind kind) => kind is not (FactorKind.Weather or FactorKind.Menstrual);

    /// <summary>
    /// A third thing that raises both would be seen as two effects of one sign, or of two where they move against each
    /// other.
    /// </summary>
    private static bool PushesOneWay(Trigger a, Trigger b, double correlation) =>
        Math.Abs(correlation) > MovesTogether && Math.Sign(correlation) * a.Sign * b.Sign > 0;

    private static SharedCause Of(Trigger a, Trigger b, DayGrid grid)
    {
        double[] x = grid.Column(a.Factor)!,
            y = grid.Column(b.Factor)!;
        var both = Enumerable.Range(0, grid.Length).Where(t => !double.IsNaN(x[t] + y[t])).ToArray();
        return new SharedCause(a.Factor, b.Factor, CorrelationOf(x, y, both), both.Length);
    }

    private static double CorrelationOf(double[] x, double[] y, int[] days)
    {
        var (a, b) = (On(days, x), On(days, y));
        var cross = Centred(a).Zip(Centred(b), (p, q) => p * q).Sum();
        var scale = a.Length * Moments.Deviation(a) * Moments.Deviation(b);
        return scale > 0 ? cross / scale : 0;

        static double[] On(int[] days, double[] column) => Array.ConvertAll(days, t => column[t]);

        static double[] Centred(double[] values)
        {
            var mean = Moments.Mean(values);
            return Array.ConvertAll(values, v => v - mean);
        }
    }
}
