namespace Inomya.Analysis;

/// <summary>One run of the engine over one table: the steps in their order, and what they hand on.</summary>
internal sealed class Session
{
    private readonly DayGrid _grid;
    private readonly DailyTable _table;
    private readonly Roles _roles;
    private readonly CancellationToken _stop;
    private readonly List<Declined> _declined = [];

    public Session(DailyTable table, Roles roles, CancellationToken stop) =>
        (_table, _roles, _stop, _grid) = (table, roles, stop, new DayGrid(table));

    public AnalysisResult Run()
    {
        var outcome = _grid.Column(_roles.Outcome);
        var recorded = Moments.Count(outcome);
        var result = new AnalysisResult { Days = _grid.Length, Recorded = recorded };
        if (OutcomeRefused(outcome, recorded) is { } refusal) return result with { Declined = [refusal] };

        var scaled = new Scaled(outcome!);
        var candidates = new CandidateSet(Factors(), _roles.MaxLag);
        var (search, triggers, explained) = Triggers(outcome!, scaled, candidates, KnownSteps());
        var shifts = ChangePoints(scaled, explained, recorded);
        if (shifts.Count > 0) (search, triggers, explained) = Triggers(outcome!, scaled, candidates, [.. KnownSteps(), .. shifts.Select(StepOf)]);
        return result with
        {
            Triggers = triggers,
            ChangePoints = shifts,
            Trend = Inomya.Analysis.Trend.Estimate(outcome!, _grid.Weekday, _stop),
            Treatment = Treatment(outcome!, scaled, explained, shifts),
            Declined = _declined,
        };
    }

    private sealed record Found(SearchResult? Search, IReadOnlyList<Trigger> Triggers, List<double[]> Explained);

    private Found Triggers(double[] outcome, Scaled scaled, CandidateSet candidates, double[][] steps)
    {
        if (candidates.All.Length == 0) return new Found(null, [], []);
        var tested = Enumerable.Range(0, candidates.All.Length).ToArray();
        var search = new TriggerSearch(scaled.Values, new Baseline(_grid, steps), candidates, tested, _stop).Run();
        var triggers = TriggerAnalysis.Report(outcome, scaled.Unit, candidates, search);
        return new Found(search, triggers, ExplainedPart.Columns(triggers, candidates, search.Best, _grid.Length));
    }

    private double[] StepOf(ChangePoint shift) => [.. Enumerable.Range(0, _grid.Length).Select(t => t + _grid.FirstDay >= shift.Day ? 1.0 : 0)];

    private Declined? OutcomeRefused(double[]? outcome, int recorded) => outcome switch
    {
        null => new Declined(Analysed.Outcome, _roles.Outcome, DeclineReason.NoSuchColumn),
        _ when recorded == 0 => new Declined(Analysed.Outcome, _roles.Outcome, DeclineReason.NothingRecorded, 0, Engine.FewestDays),
        _ when Moments.Constant(outcome) => new Declined(Analysed.Outcome, _roles.Outcome, DeclineReason.NeverVaries, recorded),
        _ when recorded < Engine.FewestDays => new Declined(Analysed.Outcome, _roles.Outcome, DeclineReason.TooFewDays, recorded, Engine.FewestDays),
        _ => null,
    };

    private List<PreparedFactor> Factors()
    {
        var factors = new List<PreparedFactor>();
        foreach (var (name, kind) in _roles.Factors)
        {
            var column = _grid.Column(name);
            if (FactorRefused(name, column) is { } refusal) _declined.Add(refusal);
            else factors.Add(PreparedFactor.From(name, kind, column!));
        }
        return factors;
    }

    private static Declined? FactorRefused(string name, double[]? column)
    {
        if (column is null) return new Declined(Analysed.Trigger, name, DeclineReason.NoSuchColumn);
        var days = Moments.Count(column);
        if (days == 0) return new Declined(Analysed.Trigger, name, DeclineReason.NothingRecorded, 0, Engine.FewestDays);
        if (Moments.Constant(column)) return new Declined(Analysed.Trigger, name, DeclineReason.NeverVaries, days);
        if (days < Engine.FewestDays) return new Declined(Analysed.Trigger, name, DeclineReason.TooFewDays, days, Engine.FewestDays);
        var rarer = Rarer(column, days);
        return rarer < Engine.FewestOccurrences
            ? new Declined(Analysed.Trigger, name, DeclineReason.TooFewOccurrences, rarer, Engine.FewestOccurrences)
            : null;
    }

    /// <summary>Days off the commonest value: for yes/no the rarer answer, for anything else a guard against one lone value.</summary>
    private static int Rarer(double[] column, int days) =>
        days - column.Where(v => !double.IsNaN(v)).GroupBy(v => v).Max(g => g.Count());

    private IReadOnlyList<ChangePoint> ChangePoints(Scaled scaled, List<double[]> explained, int recorded)
    {
        if (recorded < ChangePointSearch.DaysNeeded)
        {
            _declined.Add(new Declined(Analysed.ChangePoints, null, DeclineReason.TooFewDays, recorded, ChangePointSearch.DaysNeeded));
            return [];
        }
        return new ChangePointSearch(scaled.Values, new Baseline(_grid, KnownSteps()), explained, _stop).Find(_grid.FirstDay, scaled.Unit);
    }

    private double[][] KnownSteps() => TreatmentColumn() is { } column ? [column] : [];

    private TreatmentEffect? Treatment(double[] outcome, Scaled scaled, List<double[]> explained, IReadOnlyList<ChangePoint> shifts)
    {
        if (_roles.Treatment is not { } role) return null;
        if (TreatmentColumn() is not { } given) return Decline(new Declined(Analysed.Treatment, role.Column, DeclineReason.NoSuchColumn));
        var start = role.StartDay is { } day ? day - _grid.FirstDay : Array.FindIndex(given, g => g > 0.5);
        var (off, on) = DaysEachSide(outcome, given, role.Kind, start);
        if (Math.Min(off, on) < TreatmentAnalysis.DaysNeededEachSide)
            return Decline(new Declined(Analysed.Treatment, role.Column, DeclineReason.TooFewOnEachSide, Math.Min(off, on), TreatmentAnalysis.DaysNeededEachSide));

        var analysis = new TreatmentAnalysis(scaled, _grid, explained, _roles, _stop);
        if (role.Kind == TreatmentKind.Step) return analysis.Step(start, shifts.Select(s => s.Day - _grid.FirstDay));
        var blockDays = role.BlockDays ?? RandomisationTest.BlockDays(given);
        return analysis.Blocks(given, RandomisationTest.Of(outcome, given, blockDays, role.Paired));
    }

    private TreatmentEffect? Decline(Declined declined)
    {
        _declined.Add(declined);
        return null;
    }

    private static (int Off, int On) DaysEachSide(double[] outcome, double[] given, TreatmentKind kind, int start)
    {
        if (kind == TreatmentKind.Blocks) return (Days((t, g) => g <= 0.5), Days((t, g) => g > 0.5));
        return start < 0 ? (0, 0) : (Days((t, _) => t < start), Days((t, _) => t >= start + TreatmentAnalysis.OnsetDays));

        int Days(Func<int, double, bool> counts) => Enumerable.Range(0, outcome.Length).Count(t => !double.IsNaN(outcome[t]) && counts(t, given[t]));
    }

    private double[]? TreatmentColumn() =>
        _roles.Treatment is { } treatment && _grid.Column(treatment.Column) is { } column
            ? Array.ConvertAll(column, v => double.IsNaN(v) ? 0 : v)
            : null;
}

/// <summary>The outcome centred and in standard deviations, so that no later step sees the person's scale.</summary>
internal sealed class Scaled
{
    public Scaled(double[] recorded)
    {
        (Centre, Unit) = (Moments.Mean(recorded), Moments.Deviation(recorded));
        Values = Array.ConvertAll(recorded, v => (v - Centre) / Unit);
    }

    public double Centre { get; }
    public double Unit { get; }
    public double[] Values { get; }
}
