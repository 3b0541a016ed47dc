namespace Inomya.Analysis;

/// <summary>One run of the engine over one table: the steps in their order, and what they hand on.</summary>
internal sealed class EngineRun
{
    /// <summary>Sizes of the weekday pattern and of slow drift, in innovations: the middle of what the search tries.</summary>
    private const double Weekly = 0.3,
        Slow = 0.4;

    /// <summary>Carry-over where no search said one: the middle of its grid.</summary>
    private const double UsualPhi = 0.5;

    /// <summary>
    /// Worth knowing where the measure has no minimal important change: half a standard deviation.
    /// Source: Norman, Sloan and Wyrwich (2003), Med. Care 41(5), 582-592, doi:10.1097/01.MLR.0000062554.74615.4C.
    /// </summary>
    public const double HalfSpread = 0.5;

    private readonly DayGrid _grid;
    private readonly Roles _roles;
    private readonly CancellationToken _stop;
    private readonly List<Declined> _declined = [];
    private readonly double[]? _outcome;
    private readonly int _recorded;
    private readonly BadDays? _bad;
    private readonly TreatmentQuestion? _treatment;

    /// <summary>The treatment kept from a day on, where that is the question; then the courses of the roles.</summary>
    private readonly List<TreatmentCourse> _courses;

    /// <summary>The curves along which the courses act, as far as known.</summary>
    private IReadOnlyList<double[]> _acting;

    public EngineRun(DailyTable table, Roles roles, CancellationToken stop)
    {
        (_roles, _stop, _grid) = (roles, stop, new DayGrid(table));
        _outcome = _grid.Column(roles.Outcome);
        _recorded = Moments.Count(_outcome);
        _bad = FindBadDays();
        _treatment = roles.Treatment is { } role ? new TreatmentQuestion(_grid, role) : null;
        _courses = [.. roles.Courses];
        if (_treatment?.Course is { } step)
            _courses.Insert(0, step);
        _acting = _courses.ConvertAll(MeanCurve);
    }

    private double[] MeanCurve(TreatmentCourse course) => DoseCurve.MeanOf(course, _grid.FirstDay, _grid.Length);

    /// <summary>Null when none was called bad without a number.</summary>
    private BadDays? FindBadDays()
    {
        if (_recorded == 0 || _roles.BadDays is not { } column || _grid.Column(column) is not { } ticks)
            return null;
        var bad = new BadDays(_outcome!, ticks, _roles.HigherIsWorse);
        return bad.Slots.Length > 0 ? bad : null;
    }

    public AnalysisResult Run()
    {
        var result = new AnalysisResult { Days = _grid.Length, Recorded = _recorded };
        if (OutcomeRefused() is { } reason)
            return result with { Declined = [reason] };

        var found = Find(new CandidateSet(FactorGate.Pass(_grid, _roles, _declined), _roles.MaxLag));
        if (_roles.OnlyCourses)
            return WithTreatments(result, found) with { Declined = _declined };
        result = WithTriggers(result, found);
        result = WithForecast(result, found);
        result = WithTreatments(result, found);
        result = WithFlares(result, found);
        return WithCycles(result, found) with { Declined = _declined };
    }

    private Declined? OutcomeRefused()
    {
        if (_outcome is null)
            return OutcomeDeclined(DeclineReason.NoSuchColumn);
        if (_recorded == 0)
            return OutcomeDeclined(DeclineReason.NothingRecorded, 0, Engine.FewestDays);
        if (Moments.Constant(_outcome))
            return OutcomeDeclined(DeclineReason.NeverVaries, _recorded);
        return _recorded < Engine.FewestDays
            ? OutcomeDeclined(DeclineReason.TooFewDays, _recorded, Engine.FewestDays)
            : null;
    }

    private Declined OutcomeDeclined(DeclineReason reason, int? have = null, int? need = null) =>
        new(Analysed.Outcome, _roles.Outcome, reason, have, need);

    /// <summary>What moves the outcome, as far as known.</summary>
    /// <param name="Outcome">With the bad days in.</param>
    /// <param name="Candidates">What was looked at.</param>
    /// <param name="Search">Null when there was nothing to look at.</param>
    /// <param name="Triggers">One for each candidate.</param>
    /// <param name="Explained">Columns of the found ones.</param>
    private sealed record Found(
        StandardisedOutcome Outcome,
        CandidateSet Candidates,
        SearchResult? Search,
        IReadOnlyList<Trigger> Triggers,
        IReadOnlyList<ExplainedPart> Explained
    )
    {
        public CoursesResult Courses { get; init; } = new([], []);

        public IReadOnlyList<ChangePoint> Shifts { get; init; } = [];

        public IEnumerable<double[]> Columns => Explained.Select(e => e.Column);
    }

    /// <summary>Triggers, then courses and shifts given these; with shifts, triggers and courses again.</summary>
    private Found Find(CandidateSet candidates)
    {
        var found = _bad is null
            ? Triggers(new StandardisedOutcome(_outcome!), candidates, [])
            : WithBadDays(_bad, candidates);
        found = found with { Courses = Courses(found) };
        // the courses know nothing of a shift but by the triggers that it moves
        if (_roles.OnlyCourses && candidates.All.Length == 0)
            return found;
        if (found.Courses.Curves.Count > 0)
            _acting = found.Courses.Curves;
        found = found with { Shifts = ChangePoints(found) };
        return found.Shifts.Count > 0 ? GivenShifts(found) : found;
    }

    /// <summary>
    /// What is found with the bad days anyhow in says what to expect of them; then it is looked for again.
    /// </summary>
    private Found WithBadDays(BadDays bad, CandidateSet candidates)
    {
        var first = Triggers(new StandardisedOutcome(bad.Filled()), candidates, []);
        return Triggers(new StandardisedOutcome(bad.Filled(y => Expected(y, first))), candidates, []);
    }

    private Found GivenShifts(Found before)
    {
        var found = Triggers(before.Outcome, before.Candidates, before.Shifts) with { Shifts = before.Shifts };
        // without candidates nothing that the courses are judged beside has changed
        return found with { Courses = found.Candidates.All.Length == 0 ? before.Courses : Courses(found) };
    }

    private Found Triggers(StandardisedOutcome outcome, CandidateSet candidates, IReadOnlyList<ChangePoint> shifts)
    {
        if (candidates.All.Length == 0)
            return new Found(outcome, candidates, null, [], []);
        var search = new TriggerSearch(outcome.Values, BaselineWith(shifts), candidates, _stop).Run();
        var triggers = TriggerAnalysis.Report(outcome, candidates, search);
        return new Found(
            outcome,
            candidates,
            search,
            triggers,
            ExplainedPart.Of(triggers, candidates, search.Best, _grid.Length)
        );
    }

    /// <summary>With courses as they act, and a treatment given in blocks.</summary>
    private Baseline BaselineWith(IReadOnlyList<ChangePoint> shifts)
    {
        double[][] blocks =
            _roles.Treatment is { Kind: TreatmentKind.Blocks } && _treatment?.Given is { } given ? [given] : [];
        return new Baseline(_grid, [.. _acting, .. blocks, .. shifts.Select(StepOf)]);
    }

    private double[] StepOf(ChangePoint shift) =>
        [.. Enumerable.Range(0, _grid.Length).Select(t => t + _grid.FirstDay >= shift.Day ? 1.0 : 0)];

    private CoursesResult Courses(Found found) =>
        _courses.Count == 0
            ? new CoursesResult([], [])
            : new CourseAnalysis(found.Outcome, _grid, [.. found.Columns], _roles, _stop).Judge(_courses);

    private IReadOnlyList<ChangePoint> ChangePoints(Found found)
    {
        if (_recorded < ChangePointSearch.DaysNeeded)
        {
            Decline(Analysed.ChangePoints, null, DeclineReason.TooFewDays, _recorded, ChangePointSearch.DaysNeeded);
            return [];
        }
        return new ChangePointSearch(found.Outcome, _grid.FirstDay, BaselineWith([]), found.Columns, _stop).Find();
    }

    /// <summary>What level, weekday, drift and found triggers make of each day.</summary>
    private double[] Fitted(double[] y, Found found)
    {
        var baseline = BaselineWith(found.Shifts);
        List<double[]> columns = [.. baseline.Columns, .. found.Columns];
        var ridge = baseline.RidgeWith(found.Explained.Count, Weekly, Slow);
        return RegressionFit.Fitted(y, columns, ridge, found.Search?.Best.Phi ?? UsualPhi);
    }

    private double[] Expected(double[] y, Found found)
    {
        var scaled = new StandardisedOutcome(y);
        return [.. Fitted(scaled.Values, found).Select(v => scaled.Centre + scaled.Unit * v)];
    }

    private AnalysisResult WithTriggers(AnalysisResult result, Found found)
    {
        var worth = _roles.MinimalImportantChange ?? HalfSpread * found.Outcome.Unit;
        _declined.AddRange(Unsettled.Among(found.Triggers, worth));
        return result with
        {
            WorthKnowing = worth,
            ShareAtEndOfScale = ShareAtEnd(found.Outcome.Recorded),
            Triggers = found.Triggers,
            SharedCauses = SharedCause.Among(found.Triggers, _grid),
            Trend = Analysis.Trend.Estimate(found.Outcome.Recorded, _grid.Weekday, _stop),
        };
    }

    private static double ShareAtEnd(double[] outcome)
    {
        double[] recorded = [.. outcome.Where(v => !double.IsNaN(v))];
        double low = recorded.Min(),
            high = recorded.Max();
        return (double)Math.Max(recorded.Count(v => v == low), recorded.Count(v => v == high)) / recorded.Length;
    }

    private AnalysisResult WithForecast(AnalysisResult result, Found found)
    {
        var forecast = ForecastOf(found.Outcome).Run();
        if (forecast.Declined is { } declined)
            _declined.Add(declined);
        return result with { FlareForecast = forecast.Days, ForecastQuality = forecast.Quality };
    }

    private ForecastAnalysis ForecastOf(StandardisedOutcome outcome)
    {
        double? threshold = _roles.FlareThreshold is { } own ? outcome.Of(own) : null;
        return new ForecastAnalysis(
            _grid,
            outcome.Values,
            _roles with
            {
                FlareThreshold = threshold,
            },
            KnownBefore,
            _stop
        )
        {
            BadSlots = _bad?.Slots ?? [],
            Foreseen = known => Foreseen(known, outcome),
        };
    }

    /// <summary>What could be looked at when only so many days were known.</summary>
    private CandidateSet KnownBefore(int days) =>
        new(FactorGate.Pass(new DayGrid(_grid, days), _roles, null), _roles.MaxLag);

    private (double Value, double Chance) Foreseen(int known, StandardisedOutcome outcome)
    {
        var (value, chance) = _bad!.Foreseen(known, _roles.FlareThreshold!.Value);
        return (outcome.Of(value), chance);
    }

    private AnalysisResult WithTreatments(AnalysisResult result, Found found)
    {
        var treatment = _treatment is null ? null : Treatment(_treatment, _roles.Treatment!, found);
        return result with { Treatment = treatment, Courses = Told(found.Courses.Effects) };
    }

    private TreatmentEffect? Treatment(TreatmentQuestion question, TreatmentRole role, Found found)
    {
        if (question.Given is null)
            return Decline<TreatmentEffect>(Analysed.Treatment, role.Column, DeclineReason.NoSuchColumn);
        if (StepEffect(question, found) is { } effect)
            return effect;
        var fewer = question.DaysOnFewerSide(found.Outcome.Recorded);
        return role.Kind == TreatmentKind.Step || fewer < CourseEffect.DaysNeededEachSide
            ? TooFewDays(role.Column, fewer)
            : Blocks(question.Given, role, found);
    }

    /// <summary>A step is the first of the courses.</summary>
    private static TreatmentEffect? StepEffect(TreatmentQuestion question, Found found) =>
        question.Course is null ? null : found.Courses.Effects[0].Effect;

    private TreatmentEffect? TooFewDays(string treatment, int onFewerSide)
    {
        const int Need = CourseEffect.DaysNeededEachSide;
        Decline(Analysed.Treatment, treatment, DeclineReason.TooFewOnEachSide, onFewerSide, Need);
        return null;
    }

    private TreatmentEffect Blocks(double[] given, TreatmentRole role, Found found)
    {
        var blockDays = role.BlockDays ?? RandomisationTest.BlockDays(given);
        var randomisation = RandomisationTest.Of(found.Outcome.Recorded, given, blockDays, role.Paired);
        var analysis = new TreatmentAnalysis(found.Outcome, _grid, found.Columns, _roles, _stop);
        return analysis.Blocks(given, blockDays, randomisation);
    }

    /// <summary>The courses that the roles name; what is declined of them is put down.</summary>
    private IReadOnlyList<CourseEffect> Told(IReadOnlyList<CourseEffect> effects)
    {
        var told = effects.Skip(effects.Count - _roles.Courses.Count).ToList();
        foreach (var course in told)
            if (course.Why is { } why)
                Decline(Analysed.Treatment, course.Name, why, course.DaysOnFewerSide, CourseEffect.DaysNeededEachSide);
        return told;
    }

    private AnalysisResult WithFlares(AnalysisResult result, Found found) =>
        result with
        {
            ChangePoints = found.Shifts,
            Flares = [.. OwnFlares(found.Outcome.Recorded), .. FlaresByModel(found)],
        };

    private IReadOnlyList<Episode> OwnFlares(double[] outcome) =>
        _roles.FlareThreshold is { } threshold
            ? FlareEpisodes.Own(outcome, threshold, _grid.FirstDay, _roles.HigherIsWorse)
            : [];

    private IReadOnlyList<Episode> FlaresByModel(Found found)
    {
        if (_recorded < FlareModel.DaysNeeded)
        {
            Decline(Analysed.Flares, null, DeclineReason.TooFewDays, _recorded, FlareModel.DaysNeeded);
            return [];
        }
        var model = FlareModel.Fit(Unexplained(found), _stop);
        if (model.Gain >= FlareModel.GainNeeded)
            return ByModel(found.Outcome.Recorded, model.Probability);
        Decline(Analysed.Flares, null, DeclineReason.NothingStandsOut);
        return [];
    }

    private IReadOnlyList<Episode> ByModel(double[] outcome, double[] probability) =>
        FlareEpisodes.ByModel(outcome, probability, _grid.FirstDay, _roles.HigherIsWorse);

    /// <summary>What is left of each day; higher is worse.</summary>
    private double[] Unexplained(Found found)
    {
        var fitted = Fitted(found.Outcome.Values, found);
        var sign = _roles.HigherIsWorse ? 1 : -1;
        return [.. found.Outcome.Values.Select((v, t) => sign * (v - fitted[t]))];
    }

    private AnalysisResult WithCycles(AnalysisResult result, Found found)
    {
        int[] weekdays = [.. Enumerable.Range(0, _grid.Length).Select(_grid.Weekday)];
        return result with
        {
            Weekdays = Cycle(Analysed.Weekdays, null, weekdays, found),
            Cycle = MenstrualPhases(found),
            BoomAndBust = BoomAndBust(found),
        };
    }

    /// <summary>Null when nobody said when they bleed.</summary>
    private CyclePattern? MenstrualPhases(Found found)
    {
        var bleeding = found.Candidates.Factors.FirstOrDefault(f => f.Kind == FactorKind.Menstrual);
        if (bleeding is null)
            return null;
        var phases = MenstrualCycle.Phases(bleeding.Recorded);
        var others = found.Explained.Where(e => e.Factor != bleeding.Name).ToList();
        return Cycle(Analysed.Cycle, bleeding.Name, phases, found with { Explained = others });
    }

    private CyclePattern? Cycle(Analysed what, string? name, int[] part, Found found)
    {
        List<double[]> others = [.. BaselineWith([]).SlowColumns, .. found.Columns];
        var pattern = CycleFit.Estimate(found.Outcome.Values, part, others, found.Outcome.Unit);
        return pattern ?? Decline<CyclePattern>(what, name, DeclineReason.TooFewDays, _recorded, null);
    }

    private IReadOnlyList<Payback> BoomAndBust(Found found)
    {
        var activities = found.Candidates.Factors.Where(IsActivity).ToList();
        var analysis = new BoomAndBust(found.Outcome, _grid, found.Explained, _roles.HigherIsWorse, _stop);
        return analysis.Estimate(activities);
    }

    private bool IsActivity(PreparedFactor factor) =>
        _roles.Activities is { } named
            ? named.Contains(factor.Name, StringComparer.Ordinal)
            : factor.Kind == FactorKind.Reactive && !factor.PerOccurrence;

    private void Decline(Analysed what, string? name, DeclineReason reason, int? have = null, int? need = null) =>
        _declined.Add(new Declined(what, name, reason, have, need));

    private T? Decline<T>(Analysed what, string? name, DeclineReason reason, int? have = null, int? need = null)
        where T : class
    {
        Decline(what, name, reason, have, need);
        return null;
    }
}
