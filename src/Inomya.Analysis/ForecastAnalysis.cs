namespace Inomya.Analysis;

/// <summary>
/// Learns on the days before the first forecast which factors foretell, forecasts every day after, and judges itself.
/// </summary>
internal sealed class ForecastAnalysis(
    DayGrid grid,
    double[] outcome,
    Roles roles,
    Func<int, CandidateSet> candidatesBefore,
    CancellationToken stop
)
{
    private const double ShareLearnt = 0.7;
    private const double ForetellsFrom = 0.3;

    /// <summary>Sets visited when only the likeliest triggers are wanted.</summary>
    private const int RoughLook = 5;

    private readonly double _sign = roles.HigherIsWorse ? 1 : -1;

    /// <summary>Slots of days called bad without a number.</summary>
    public int[] BadSlots { get; init; } = [];

    /// <summary>
    /// Of days called bad, from so many days known: the value that stands for them, and the chance of a flare day.
    /// </summary>
    public Func<int, (double Value, double Chance)> Foreseen { get; init; } = _ => (double.NaN, double.NaN);

    public sealed record Result(IReadOnlyList<FlareProbability> Days, ForecastQuality? Quality, Declined? Declined)
    {
        public static Result Refused(DeclineReason reason, int? have = null, int? need = null) =>
            new([], null, new Declined(Analysed.Forecast, null, reason, have, need));
    }

    public Result Run()
    {
        if (roles.FlareThreshold is not { } threshold)
            return Result.Refused(DeclineReason.NoDefinition);
        var y = HigherIsWorse();
        var from = FirstForecast();
        var edge = _sign * threshold;
        var events = Events(y, from, edge);
        if (Refused(events.AsSpan(0, from)) is { } refused)
            return refused;
        var forecast = new FlareForecast(y, events, edge, Features(y, from), stop);
        return Tried(forecast, from, Array.ConvertAll(events[from..], Math.Round));
    }

    /// <summary>The outcome, turned where lower is worse, with a slot for the day after the record.</summary>
    private double[] HigherIsWorse() => [.. outcome.Select(v => _sign * v), double.NaN];

    private int FirstForecast() =>
        Math.Clamp(roles.ForecastFromDay - grid.FirstDay ?? (int)(ShareLearnt * grid.Length), 0, grid.Length);

    private Result Tried(FlareForecast forecast, int from, double[] happened)
    {
        var said = forecast.From(from);
        var quality = ForecastScore.Of(said, forecast.BaseRates(from), happened);
        var days = said.Select((p, i) => new FlareProbability(grid.FirstDay + from + i, p)).ToList();
        return new Result(days, quality, Judge(quality));
    }

    /// <summary>
    /// No better is said only where it was tried on enough events and did no better; too few events are called so.
    /// </summary>
    private static Declined? Judge(ForecastQuality? quality) =>
        quality switch
        {
            { SwitchedOn: true } => null,
            null or { Events: < ForecastScore.EventsNeeded } => Because(
                DeclineReason.TooFewEvents,
                quality?.Events ?? 0,
                ForecastScore.EventsNeeded
            ),
            { Skill: > 0 } => Because(DeclineReason.CannotTellYet, quality.Days),
            _ => Because(DeclineReason.NoBetterThanBaseRate, quality.Days),
        };

    private static Declined Because(DeclineReason reason, int have, int? need = null) =>
        new(Analysed.Forecast, null, reason, have, need);

    /// <summary>
    /// Of each day how probable it is that it was a flare day: 0 or 1 where it was rated; NaN where nothing is known.
    /// </summary>
    /// <remarks>Days called bad get the value that stands for them.</remarks>
    private double[] Events(double[] y, int from, double threshold)
    {
        var bad = BadSlots.Length > 0 ? Foreseen(from) : default;
        foreach (var t in BadSlots)
            y[t] = _sign * bad.Value;
        var events = Array.ConvertAll(y, v => double.IsNaN(v) ? v
            : v >= threshold ? 1.0
            : 0);
        foreach (var t in BadSlots)
            events[t] = bad.Chance;
        return events;
    }

    private static Result? Refused(ReadOnlySpan<double> events)
    {
        var days = Moments.Count(events);
        if (days < FlareForecast.DaysNeeded)
            return Result.Refused(DeclineReason.TooFewDays, days, FlareForecast.DaysNeeded);
        var flareDays = days == 0 ? 0 : (int)Math.Round(Moments.Mean(events) * days);
        var fewer = Math.Min(flareDays, days - flareDays);
        return fewer < FlareForecast.EventsNeeded
            ? Result.Refused(DeclineReason.TooFewEvents, fewer, FlareForecast.EventsNeeded)
            : null;
    }

    private ForecastFeatures Features(double[] y, int from)
    {
        var candidates = candidatesBefore(from);
        var past = y[..from];
        if (candidates.All.Length == 0 || Moments.Constant(past))
            return new ForecastFeatures(grid, y, from, [], fades: true);
        var search = Search(past, candidates);
        var triggers = Foretelling(candidates, search.Tally);
        return new ForecastFeatures(grid, y, from, triggers, search.Best.Dynamics == Dynamics.Fades);
    }

    private SearchResult Search(double[] past, CandidateSet candidates)
    {
        var baseline = new Baseline(new DayGrid(grid, past.Length), []);
        var search = new TriggerSearch(new StandardisedOutcome(past).Values, baseline, candidates, stop)
        {
            MostExpanded = RoughLook,
        };
        return search.Run();
    }

    /// <summary>The most probable first.</summary>
    private List<(double[] Recorded, int Lag)> Foretelling(CandidateSet candidates, ModelTally tally) =>
        [
            .. Enumerable
                .Range(0, candidates.All.Length)
                .Where(j => tally.Probability(j) > ForetellsFrom)
                .OrderByDescending(tally.Probability)
                .Select(j => candidates.All[j])
                .Select(c => (WithDayAfter(candidates.Factors[c.Factor].Name), c.Lag)),
        ];

    private double[] WithDayAfter(string factor) => [.. grid.Column(factor)!, double.NaN];
}
