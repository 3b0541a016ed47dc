namespace Inomya.Analysis;

/// <summary>What a treatment given in blocks changed. See docs/methods/treatments.md.</summary>
internal sealed class TreatmentAnalysis
{
    private const double LinePrecision = 2;
    private const double WeekdayPrecision = 1;

    /// <summary>Time constants of carry-over that blocks are read with, in days.</summary>
    private static readonly double[] CarryOverDays = [0, 1, 2];

    private readonly double[] _y;
    private readonly double _unit;
    private readonly List<double[]> _columns;
    private readonly Roles _roles;
    private readonly CancellationToken _stop;

    /// <param name="scaled">The outcome in standard deviations.</param>
    /// <param name="grid">The calendar.</param>
    /// <param name="explained">Found triggers, as columns.</param>
    /// <param name="roles">The roles.</param>
    /// <param name="stop">Ends the work early.</param>
    public TreatmentAnalysis(
        StandardisedOutcome scaled,
        DayGrid grid,
        IEnumerable<double[]> explained,
        Roles roles,
        CancellationToken stop
    )
    {
        (_y, _unit, _roles, _stop) = ((double[])scaled.Values.Clone(), scaled.Unit, roles, stop);
        _columns = Weekdays.Columns(_y.Length, grid.Weekday);
        _columns.AddRange(explained);
    }

    /// <summary>Effect of a treatment given in blocks; carry-over is averaged over.</summary>
    /// <remarks>
    /// The treatment changes between blocks only, so how much their levels differ anyway is known from so many blocks,
    /// less two, however many days there are.
    /// </remarks>
    public TreatmentEffect Blocks(double[] given, int blockDays, RandomisationResult? randomisation)
    {
        var parts = CarryOverDays
            .Select(days => Fit(Lingering(given, days), Math.Max(1, _y.Length / blockDays - 2)))
            .ToList();
        return Judge(Mixture.Of(parts), given, randomisation) with { Kind = TreatmentKind.Blocks };
    }

    private Mixture Fit(double[] effect, double mostDegrees)
    {
        List<double[]> columns = [.. _columns, Baseline.Line(_y.Length), effect];
        var ridge = new double[columns.Count];
        Weekdays.Ridge(WeekdayPrecision).CopyTo(ridge, 0);
        ridge[^2] = LinePrecision;
        return LevelModel.LastCoefficient(_y, columns, ridge, wandering: false, mostDegrees, _stop);
    }

    /// <summary>
    /// Where order was drawn by chance, chance alone decides whether there is an effect; the model says how large.
    /// </summary>
    private TreatmentEffect Judge(Mixture effect, double[] given, RandomisationResult? randomisation)
    {
        var on = Enumerable.Range(0, _y.Length).Count(t => !double.IsNaN(_y[t]) && YesNo.IsYes(given[t]));
        var settled = randomisation is null || randomisation.P <= BlockDesign.Level;
        return EffectJudge.Of(effect, _unit, _roles, (Moments.Count(_y) - on, on), settled) with
        {
            Randomisation = randomisation,
        };
    }

    /// <summary>What of the treatment is still there each day, when it leaves with this time constant.</summary>
    private static double[] Lingering(double[] given, double days)
    {
        var keep = days > 0 ? Math.Exp(-1 / days) : 0;
        var level = new double[given.Length];
        for (var t = 0; t < given.Length; t++)
            level[t] = keep * (t > 0 ? level[t - 1] : 0) + (1 - keep) * given[t];
        return level;
    }
}
