namespace Inomya.Analysis;

/// <summary>One run of the engine over one table: the steps in their order, and what they hand on.</summary>
internal sealed class Session
{
    private const double Weekly = 0.3,
        Slow = 0.4;

    /// <summary>
    /// Worth knowing where the measure has no minimal important change: half a standard deviation.
    /// Source: Norman, Sloan and Wyrwich (2003), Med. Care 41(5), 582-592, doi:10.1097/01.MLR.0000062554.74615.4C.
    /// </summary>
    public const double HalfSpread = 0.5;

    /// <summary>Ten years: a longer wait is no plan.</summary>
    private const int MostDaysToSettle = 3_652;

    private readonly DayGrid _grid;
    private readonly Roles _roles;
    private readonly CancellationToken _stop;
    private readonly List<Declined> _declined = [];
    private readonly BadDays? _bad;
    private double[]? _outcome;
    private readonly int _recorded;

    public Session(DailyTable table, Roles roles, CancellationToken stop)
    {
        (_roles, _stop, _grid) = (roles, stop, new DayGrid(table));
        _outcome = _grid.Column(roles.Outcome);
        _recorded = Moments.Count(_outcome);
        if (_outcome is not null && _recorded > 0 && roles.BadDays is { } ticked && _grid.Column(ticked) is { } ticks)
            _bad = new BadDays(_outcome, ticks, roles.HigherIsWorse) is { Slots.Length: > 0 } bad ? bad : null;
        _courses = [.. StepCourse() is { } step ? [step] : Array.Empty<TreatmentCourse>(), .. roles.Courses];
        _acting = [.. _courses.Select(c => DoseCurve.MeanOf(c, _grid.FirstDay, _grid.Length))];
    }

    /// <summary>The treatment kept from a day on, where that is the question; then the courses of the roles.</summary>
    private readonly List<TreatmentCourse> _courses;

    /// <summary>The curves along which the courses act, as far as known.</summary>
    private IReadOnlyList<double[]> _acting;

    public AnalysisResult Run()
    {
        var result = new AnalysisResult { Days = _grid.Length, Recorded = _recorded };
        if (OutcomeRefused() is { } refusal)
            return result with { Declined = [refusal] };

        var candidates = new CandidateSet(FactorGate.Pass(_grid, _roles, _declined), _roles.MaxLag);
        _outcome = _bad?.Filled() ?? _outcome;
        var scaled = new Scaled(_outcome!);
        var found = Triggers(scaled, candidates, KnownSteps());
        if (_bad is not null)
        {
            _outcome = _bad.Filled(y => Expected(y, found));
            scaled = new Scaled(_outcome);
            found = Triggers(scaled, candidates, KnownSteps());
        }
        var courses = Courses(scaled, found.Explained);
        _acting = courses.Curves.Count > 0 ? courses.Curves : _acting;
        var shifts = ChangePoints(scaled, found.Explained);
        if (shifts.Count > 0)
        {
            found = Triggers(scaled, candidates, [.. KnownSteps(), .. shifts.Select(StepOf)]);
            courses = Courses(scaled, found.Explained);
        }
        var worth = _roles.MinimalImportantChange ?? HalfSpread * scaled.Unit;
        DeclineUnsettled(found.Triggers, worth);
        var forecast = Forecast(scaled);
        return result with
        {
            WorthKnowing = worth,
            ShareAtEndOfScale = ShareAtEnd(),
            Triggers = found.Triggers,
            SharedCauses = SharedCause.Among(found.Triggers, _grid),
            Trend = Analysis.Trend.Estimate(_outcome!, _grid.Weekday, _stop),
            Treatment = Treatment(scaled, found.Explained, courses.Effects),
            Courses = Told(courses.Effects),
            ChangePoints = shifts,
            Flares = Flares(scaled, found, shifts),
            FlareForecast = forecast.Days,
            ForecastQuality = forecast.Quality,
            Weekdays = Cycle(
                scaled,
                Analysed.Weekdays,
                null,
                [.. Enumerable.Range(0, _grid.Length).Select(_grid.Weekday)],
                found.Explained
            ),
            Cycle = MenstrualPhases(scaled, candidates, found.Explained),
            BoomAndBust = BoomAndBust(scaled, candidates, found.Explained),
            Declined = _declined,
        };
    }

    private double ShareAtEnd()
    {
        double[] recorded = [.. _outcome!.Where(v => !double.IsNaN(v))];
        double low = recorded.Min(),
            high = recorded.Max();
        return (double)Math.Max(recorded.Count(v => v == low), recorded.Count(v => v == high)) / recorded.Length;
    }

    private Declined? OutcomeRefused() =>
        _outcome switch
        {
            null => new Declined(Analysed.Outcome, _roles.Outcome, DeclineReason.NoSuchColumn),
            _ when _recorded == 0 => new Declined(
                Analysed.Outcome,
                _roles.Outcome,
                DeclineReason.NothingRecorded,
                0,
                Engine.FewestDays
            ),
            _ when Moments.Constant(_outcome) => new Declined(
                Analysed.Outcome,
                _roles.Outcome,
                DeclineReason.NeverVaries,
                _recorded
            ),
            _ when _recorded < Engine.FewestDays => new Declined(
                Analysed.Outcome,
                _roles.Outcome,
                DeclineReason.TooFewDays,
                _recorded,
                Engine.FewestDays
            ),
            _ => null,
        };

    private sealed record Found(
        SearchResult? Search,
        IReadOnlyList<Trigger> Triggers,
        IReadOnlyList<ExplainedPart> Explained
    );

    private Found Triggers(Scaled scaled, CandidateSet candidates, double[][] steps)
    {
        if (candidates.All.Length == 0)
            return new Found(null, [], []);
        var search = new TriggerSearch(scaled.Values, new Baseline(_grid, steps), candidates, _stop).Run();
        var triggers = TriggerAnalysis.Report(_outcome!, scaled.Unit, candidates, search);
        return new Found(search, triggers, ExplainedPart.Of(triggers, candidates, search.Best, _grid.Length));
    }

    /// <summary>
    /// A factor that was not found made no difference only where the intervals of all its delays lie within what is
    /// worth knowing. Of every other it cannot be told yet.
    /// </summary>
    private void DeclineUnsettled(IReadOnlyList<Trigger> triggers, double worth)
    {
        foreach (var factor in triggers.GroupBy(t => t.Factor).Where(g => !g.Any(t => t.Selected)))
        {
            if (factor.All(t => Reach(t) <= worth))
                continue;
            var open = factor.MaxBy(Reach)!;
            var need = DaysToSettle(factor.MaxBy(t => t.Hi - t.Lo)!, open, worth);
            Decline(Analysed.Trigger, factor.Key, DeclineReason.CannotTellYet, open.DaysCounted, need);
        }

        static double Reach(Trigger t) => Math.Max(Math.Abs(t.Lo), Math.Abs(t.Hi));
    }

    /// <summary>
    /// About how many days make the interval as narrow as would say so. Null where the estimate itself is as large as
    /// what is worth knowing, or where it would take more than <see cref="MostDaysToSettle"/>: then no number of days
    /// can be promised.
    /// </summary>
    private static int? DaysToSettle(Trigger widest, Trigger open, double worth)
    {
        var wide = (widest.Hi - widest.Lo) / 2 / worth;
        var room = worth - Math.Abs(open.Effect);
        var off = room > 0 ? (open.Hi - open.Lo) / 2 / room : double.PositiveInfinity;
        var times = wide > 1 ? wide : off;
        var need = Math.Ceiling(widest.DaysCounted * times * times);
        return need <= MostDaysToSettle ? (int)need : null;
    }

    private IReadOnlyList<ChangePoint> ChangePoints(Scaled scaled, IReadOnlyList<ExplainedPart> explained)
    {
        if (_recorded < ChangePointSearch.DaysNeeded)
        {
            Decline(Analysed.ChangePoints, null, DeclineReason.TooFewDays, _recorded, ChangePointSearch.DaysNeeded);
            return [];
        }
        var search = new ChangePointSearch(
            scaled.Values,
            new Baseline(_grid, KnownSteps()),
            explained.Select(e => e.Column),
            _stop
        );
        return search.Find(_grid.FirstDay, scaled.Unit);
    }

    private IReadOnlyList<Episode> Flares(Scaled scaled, Found found, IReadOnlyList<ChangePoint> shifts)
    {
        var own = _roles.FlareThreshold is { } threshold
            ? Analysis.FlareEpisodes.Own(_outcome!, threshold, _grid.FirstDay, _roles.HigherIsWorse)
            : [];
        if (_recorded < FlareModel.DaysNeeded)
        {
            Decline(Analysed.Flares, null, DeclineReason.TooFewDays, _recorded, FlareModel.DaysNeeded);
            return own;
        }
        var fitted = Fitted(scaled.Values, found, shifts.Select(StepOf));
        var sign = _roles.HigherIsWorse ? 1 : -1;
        var model = FlareModel.Fit([.. scaled.Values.Select((v, t) => sign * (v - fitted[t]))], _stop);
        if (model.Gain >= FlareModel.GainNeeded)
            return
            [
                .. own,
                .. Analysis.FlareEpisodes.ByModel(_outcome!, model.Probability, _grid.FirstDay, _roles.HigherIsWorse),
            ];
        Decline(Analysed.Flares, null, DeclineReason.NothingStandsOut);
        return own;
    }

    /// <summary>What level, weekday, drift and found triggers make of each day.</summary>
    private double[] Fitted(double[] y, Found found, IEnumerable<double[]> shifts)
    {
        var baseline = new Baseline(_grid, [.. KnownSteps(), .. shifts]);
        List<double[]> columns = [.. baseline.Columns, .. found.Explained.Select(e => e.Column)];
        var ridge = new double[columns.Count];
        baseline.Ridge(Weekly, Slow, ridge);
        ridge.AsSpan(baseline.Count).Fill(Baseline.StepPrecision);
        return RegressionFit.Fitted(y, columns, ridge, found.Search?.Best.Phi ?? 0.5);
    }

    private double[] Expected(double[] y, Found found)
    {
        var scaled = new Scaled(y);
        return [.. Fitted(scaled.Values, found, []).Select(v => scaled.Centre + scaled.Unit * v)];
    }

    private ForecastAnalysis.Result Forecast(Scaled scaled)
    {
        var analysis = new ForecastAnalysis(
            _grid,
            scaled.Values,
            _roles with
            {
                FlareThreshold = _roles.FlareThreshold is { } threshold ? scaled.Of(threshold) : null,
            },
            days => new CandidateSet(FactorGate.Pass(new DayGrid(_grid, days), _roles, null), _roles.MaxLag),
            _stop
        )
        {
            BadSlots = _bad?.Slots ?? [],
            Foreseen = known => Foreseen(known, scaled),
        };
        var result = analysis.Run();
        if (result.Declined is { } declined)
            _declined.Add(declined);
        return result;
    }

    private (double Value, double Chance) Foreseen(int known, Scaled scaled)
    {
        var (value, chance) = _bad!.Foreseen(known, _roles.FlareThreshold!.Value);
        return (scaled.Of(value), chance);
    }

    private CoursesResult Courses(Scaled scaled, IReadOnlyList<ExplainedPart> explained) =>
        _courses.Count == 0
            ? new CoursesResult([], [])
            : new CourseAnalysis(scaled, _grid, explained.Select(e => e.Column), _roles, _stop).Judge(_courses);

    /// <summary>The courses that the roles name; what is declined of them is put down.</summary>
    private IReadOnlyList<CourseEffect> Told(IReadOnlyList<CourseEffect> effects)
    {
        var told = effects.Skip(effects.Count - _roles.Courses.Count).ToList();
        foreach (var course in told)
            if (course.Why is { } why)
                Decline(Analysed.Treatment, course.Name, why, course.DaysOnFewerSide, CourseEffect.DaysNeededEachSide);
        return told;
    }

    private TreatmentEffect? Treatment(
        Scaled scaled,
        IReadOnlyList<ExplainedPart> explained,
        IReadOnlyList<CourseEffect> courses
    )
    {
        if (_roles.Treatment is not { } role)
            return null;
        if (TreatmentColumn() is not { } given)
            return Decline<TreatmentEffect>(Analysed.Treatment, role.Column, DeclineReason.NoSuchColumn);
        if (role.Kind == TreatmentKind.Step && StepCourse() is not null && courses[0].Effect is { } effect)
            return effect;
        var fewer = DaysOnFewerSide(given, role);
        if (role.Kind == TreatmentKind.Step || fewer < CourseEffect.DaysNeededEachSide)
            return Decline<TreatmentEffect>(
                Analysed.Treatment,
                role.Column,
                DeclineReason.TooFewOnEachSide,
                fewer,
                CourseEffect.DaysNeededEachSide
            );
        var analysis = new TreatmentAnalysis(scaled, _grid, explained.Select(e => e.Column), _roles, _stop);
        var blockDays = role.BlockDays ?? RandomisationTest.BlockDays(given);
        return analysis.Blocks(given, blockDays, RandomisationTest.Of(_outcome!, given, blockDays, role.Paired));
    }

    private int DaysOnFewerSide(double[] given, TreatmentRole role)
    {
        if (role.Kind == TreatmentKind.Blocks)
            return Math.Min(Days(t => given[t] <= 0.5), Days(t => given[t] > 0.5));
        return StepCourse() is not { FirstDay: var day }
            ? 0
            : Math.Min(
                Days(t => t + _grid.FirstDay < day),
                Days(t => t + _grid.FirstDay >= day + CourseAnalysis.OnsetDays)
            );

        int Days(Func<int, bool> counts) =>
            Enumerable.Range(0, _grid.Length).Count(t => !double.IsNaN(_outcome![t]) && counts(t));
    }

    /// <summary>The step that was asked about as a course; null when none was, or it never began.</summary>
    private TreatmentCourse? StepCourse()
    {
        if (_roles.Treatment is not { Kind: TreatmentKind.Step } role || TreatmentColumn() is not { } given)
            return null;
        var start = role.StartDay
            ?? (Array.FindIndex(given, g => g > 0.5) is >= 0 and var slot ? slot + _grid.FirstDay : null);
        return start is { } day ? new TreatmentCourse(role.Column, day, null) : null;
    }

    private CyclePattern? MenstrualPhases(
        Scaled scaled,
        CandidateSet candidates,
        IReadOnlyList<ExplainedPart> explained
    )
    {
        var bleeding = candidates.Factors.FirstOrDefault(f => f.Kind == FactorKind.Menstrual);
        if (bleeding is null)
            return null;
        var others = explained.Where(e => e.Factor != bleeding.Name).ToList();
        return Cycle(scaled, Analysed.Cycle, bleeding.Name, MenstrualCycle.Phases(bleeding.Recorded), others);
    }

    private CyclePattern? Cycle(
        Scaled scaled,
        Analysed what,
        string? name,
        int[] part,
        IReadOnlyList<ExplainedPart> explained
    )
    {
        var baseline = new Baseline(_grid, KnownSteps());
        List<double[]> others = [.. baseline.SlowColumns, .. explained.Select(e => e.Column)];
        var pattern = CycleFit.Estimate(scaled.Values, part, others, scaled.Unit);
        return pattern ?? Decline<CyclePattern>(what, name, DeclineReason.TooFewDays, _recorded, null);
    }

    private IReadOnlyList<Payback> BoomAndBust(
        Scaled scaled,
        CandidateSet candidates,
        IReadOnlyList<ExplainedPart> explained
    )
    {
        var activities = candidates
            .Factors.Where(f =>
                _roles.Activities is { } named
                    ? named.Contains(f.Name, StringComparer.Ordinal)
                    : f.Kind == FactorKind.Reactive && !f.PerOccurrence
            )
            .ToList();
        return new BoomAndBust(scaled, _grid, explained, _roles.HigherIsWorse, _stop).Estimate(activities);
    }

    /// <summary>Courses as they act, and a treatment given in blocks.</summary>
    private double[][] KnownSteps() =>
        [
            .. _acting,
            .. _roles.Treatment is { Kind: TreatmentKind.Blocks } && TreatmentColumn() is { } given
                ? new[] { given }
                : [],
        ];

    private double[]? TreatmentColumn() =>
        _roles.Treatment is { } treatment && _grid.Column(treatment.Column) is { } column
            ? Array.ConvertAll(column, v => double.IsNaN(v) ? 0 : v)
            : null;

    private double[] StepOf(ChangePoint shift) =>
        [.. Enumerable.Range(0, _grid.Length).Select(t => t + _grid.FirstDay >= shift.Day ? 1.0 : 0)];

    private void Decline(Analysed what, string? name, DeclineReason reason, int? have = null, int? need = null) =>
        _declined.Add(new Declined(what, name, reason, have, need));

    private T? Decline<T>(Analysed what, string? name, DeclineReason reason, int? have = null, int? need = null)
        where T : class
    {
        Decline(what, name, reason, have, need);
        return null;
    }
}
