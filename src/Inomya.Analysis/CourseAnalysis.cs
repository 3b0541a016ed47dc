namespace Inomya.Analysis;

/// <summary>What each of a person's courses changed. See docs/methods/treatments.md.</summary>
internal sealed class CourseAnalysis
{
    /// <summary>Days after each start that are left out: people start when they are bad.</summary>
    public const int OnsetDays = 7;

    private const int DaysBesideStart = 21;
    private const int PauseDays = 28;
    private const double LinePrecision = 6;
    private const double WeekdayPrecision = 1;

    /// <summary>
    /// Prior precision of the yearly wave, in innovations: a third of an innovation up and down is nothing unusual.
    /// </summary>
    private const double YearPrecision = 12;

    private readonly double[] _y;
    private readonly double _unit;
    private readonly List<double[]> _fixed;
    private readonly double[] _ridge;
    private readonly DayGrid _grid;
    private readonly Roles _roles;
    private readonly CancellationToken _stop;

    /// <param name="scaled">The outcome in standard deviations.</param>
    /// <param name="grid">The calendar.</param>
    /// <param name="explained">Found triggers, as columns.</param>
    /// <param name="roles">The roles.</param>
    /// <param name="stop">Ends the work early.</param>
    public CourseAnalysis(
        Scaled scaled,
        DayGrid grid,
        IEnumerable<double[]> explained,
        Roles roles,
        CancellationToken stop
    )
    {
        (_y, _unit, _grid, _roles, _stop) = ((double[])scaled.Values.Clone(), scaled.Unit, grid, roles, stop);
        _fixed = Weekdays.Columns(_y.Length, grid.Weekday);
        List<double> ridge = [0, .. Enumerable.Repeat(WeekdayPrecision, _fixed.Count - 1)];
        foreach (var (column, precision) in Slow())
        {
            _fixed.Add(column);
            ridge.Add(precision);
        }
        foreach (var column in explained)
        {
            _fixed.Add(column);
            ridge.Add(Baseline.StepPrecision);
        }
        _ridge = [.. ridge];
    }

    private IEnumerable<(double[] Column, double Precision)> Slow()
    {
        const double Year = 365.25;
        var n = _y.Length;
        yield return (Filled(t => (double)t / Math.Max(1, n - 1) - 0.5), LinePrecision);
        yield return (Filled(t => Math.Sin(2 * Math.PI * t / Year)), YearPrecision);
        yield return (Filled(t => Math.Cos(2 * Math.PI * t / Year)), YearPrecision);

        double[] Filled(Func<int, double> at) => [.. Enumerable.Range(0, n).Select(at)];
    }

    /// <summary>
    /// Each course's effect, in their order; with them the curves along which they were likeliest to act.
    /// </summary>
    public CoursesResult Judge(IReadOnlyList<TreatmentCourse> courses)
    {
        var recorded = (double[])_y.Clone();
        var effects = courses.Select(c => Undecided(c, recorded)).ToArray();
        var whyNot = effects.Select(e => e.Why).ToList();
        var there = Enumerable.Range(0, courses.Count).Where(j => Days(courses[j], recorded).On > 0).ToList();
        if (!whyNot.Contains(null))
            return new CoursesResult(effects, []);
        if (there.Count <= CourseModel.MostSpeedsApart)
            there.ForEach(j => LeaveOut(courses[j].FirstDay - _grid.FirstDay));

        var curves = there.ConvertAll(j => DoseCurve.Of(courses[j], _grid.FirstDay, _y.Length));
        var found = new CourseModel(_y, _fixed, _ridge, curves, _stop).Run();
        var told = Enumerable.Range(0, there.Count).Where(i => whyNot[there[i]] is null).ToList();
        var q = FalseDiscovery.BenjaminiHochberg([.. told.Select(i => TwoSided(found[i].Effect))]);
        for (var i = 0; i < told.Count; i++)
        {
            var j = there[told[i]];
            effects[j] = Describe(courses, there, found[told[i]], told[i], q[i], Days(courses[j], recorded)) with
            {
                DaysOnFewerSide = effects[j].DaysOnFewerSide,
            };
        }
        return new CoursesResult(effects, [.. found.Select((f, i) => curves[i][f.Speed])]);
    }

    private CourseEffect Describe(
        IReadOnlyList<TreatmentCourse> courses,
        List<int> there,
        CoursePosterior found,
        int position,
        double q,
        (int Off, int On) days
    )
    {
        var course = courses[there[position]];
        var near = found.ShiftNear(course.FirstDay - _grid.FirstDay, DaysBesideStart);
        var settled = q <= EffectJudge.MostFalse && near < CourseEffect.ShiftSuspected;
        var twins = Enumerable
            .Range(0, there.Count)
            .Where(k => k != position && Math.Abs(found.Correlations[k]) >= CourseEffect.NotTold)
            .ToList();
        var effect = EffectJudge.Of(found.Effect, _unit, _roles, days, settled) with { Kind = TreatmentKind.Step };
        if (near >= CourseEffect.ShiftSuspected || twins.Count > 0 && effect.Verdict == Verdict.ProbablyNot)
            effect = effect with { Verdict = Verdict.CannotTell };
        return new CourseEffect(course.Name, effect, null)
        {
            NotToldFrom = [.. twins.Select(k => courses[there[k]].Name)],
            ToldByPauseOf = twins.Count == 0 ? null : BestPause(courses, there, [position, .. twins]),
            FullAfterDays = DoseCurve.OnsetOf(course, found.Speed),
            ShiftNearStart = near,
            Q = q,
        };
    }

    /// <summary>
    /// The course of these whose pause, other things as they are, would tell most of the first of them.
    /// </summary>
    private string? BestPause(IReadOnlyList<TreatmentCourse> courses, List<int> there, List<int> suspects)
    {
        const double WorthIt = 0.75;
        var all = there.ConvertAll(j => courses[j]);
        var plan = new PausePlan(_y, _grid, PauseDays, _stop);
        var without = plan.Error(all, null, suspects[0]);
        return suspects
            .Where(k => all[k].LastDay is null)
            .Select(k => (all[k].Name, Error: plan.Error(all, k, suspects[0])))
            .Where(p => p.Error < WorthIt * without)
            .OrderBy(p => p.Error)
            .Select(p => p.Name)
            .FirstOrDefault();
    }

    /// <summary>Recorded days without and with the course; the first week of it is neither.</summary>
    private (int Off, int On) Days(TreatmentCourse course, double[] recorded)
    {
        long first = (long)course.FirstDay - _grid.FirstDay,
            last = course.LastDay is { } end ? (long)end - _grid.FirstDay : long.MaxValue;
        var on = Count(t => t >= first + OnsetDays && t <= last);
        return (Count(t => t < first || t > last), on);

        int Count(Func<int, bool> counts) =>
            Enumerable.Range(0, recorded.Length).Count(t => !double.IsNaN(recorded[t]) && counts(t));
    }

    private CourseEffect Undecided(TreatmentCourse course, double[] recorded)
    {
        var (off, on) = Days(course, recorded);
        var fewer = Math.Min(off, on);
        DeclineReason? why = fewer < CourseEffect.DaysNeededEachSide ? DeclineReason.TooFewOnEachSide : null;
        return new CourseEffect(course.Name, null, why) { DaysOnFewerSide = fewer };
    }

    private void LeaveOut(int start)
    {
        for (var t = Math.Max(0, start); t < Math.Min(start + OnsetDays, _y.Length); t++)
            _y[t] = double.NaN;
    }

    private static double TwoSided(Mixture effect)
    {
        var below = effect.Below(0);
        return double.IsNaN(below) ? 1 : Math.Clamp(2 * Math.Min(below, 1 - below), 0, 1);
    }
}
