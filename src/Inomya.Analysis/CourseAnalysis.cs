namespace Inomya.Analysis;

/// <summary>What each of a person's courses changed. See docs/methods/treatments.md.</summary>
internal sealed class CourseAnalysis
{
    /// <summary>Days after each start that are left out: people start when they are bad.</summary>
    public const int OnsetDays = 7;

    private const int DaysBesideStart = 21;
    private const int PauseDays = 28;

    /// <summary>A pause is named where it would leave at most this share of the error.</summary>
    private const double WorthAPause = 0.75;

    private const double LinePrecision = 6;
    private const double WeekdayPrecision = 1;

    /// <summary>
    /// Prior precision of the yearly wave, in innovations: a third of an innovation up and down is nothing unusual.
    /// </summary>
    private const double YearPrecision = 12;

    private static readonly double[] SlowRidge = [LinePrecision, YearPrecision, YearPrecision];

    private readonly double[] _y;
    private readonly double[] _recorded;
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
        StandardisedOutcome scaled,
        DayGrid grid,
        IReadOnlyList<double[]> explained,
        Roles roles,
        CancellationToken stop
    )
    {
        (_y, _unit, _grid, _roles, _stop) = ([.. scaled.Values], scaled.Unit, grid, roles, stop);
        _recorded = scaled.Recorded;
        _fixed = [.. Weekdays.Columns(_y.Length, grid.Weekday), .. Slow(_y.Length), .. explained];
        _ridge = [.. Weekdays.Ridge(WeekdayPrecision), .. SlowRidge, .. explained.Select(_ => Baseline.StepPrecision)];
    }

    /// <summary>Drift, and the wave of a year.</summary>
    private static double[][] Slow(int days)
    {
        const double Year = 365.25;
        return [Baseline.Line(days), Wave(Math.Sin), Wave(Math.Cos)];

        double[] Wave(Func<double, double> of) =>
            [.. Enumerable.Range(0, days).Select(t => of(2 * Math.PI * t / Year))];
    }

    /// <summary>A course with recorded days on it, and what they say of it given all others.</summary>
    /// <param name="Place">Among the courses asked about.</param>
    /// <param name="Course">The course.</param>
    /// <param name="Days">Recorded days without and with it.</param>
    /// <param name="Curve">Along which it was likeliest to act.</param>
    /// <param name="Found">Its effect.</param>
    private sealed record Present(
        int Place,
        TreatmentCourse Course,
        (int Off, int On) Days,
        double[] Curve,
        CoursePosterior Found
    )
    {
        public bool IsTold => TooFew(Days) is null;
    }

    /// <summary>
    /// Each course's effect, in their order; with them the curves along which they were likeliest to act.
    /// </summary>
    public CoursesResult Judge(IReadOnlyList<TreatmentCourse> courses)
    {
        var days = courses.Select(Days).ToArray();
        var effects = courses.Zip(days, Undecided).ToArray();
        if (effects.All(e => e.Why is not null))
            return new CoursesResult(effects, []);

        var present = Together(courses, days);
        foreach (var (at, q) in Told(present))
            effects[present[at].Place] = Describe(present, at, q);
        return new CoursesResult(effects, [.. present.Select(p => p.Curve)]);
    }

    private static CourseEffect Undecided(TreatmentCourse course, (int Off, int On) days) =>
        new(course.Name, null, TooFew(days)) { DaysOnFewerSide = Math.Min(days.Off, days.On) };

    private static DeclineReason? TooFew((int Off, int On) days) =>
        Math.Min(days.Off, days.On) < CourseEffect.DaysNeededEachSide ? DeclineReason.TooFewOnEachSide : null;

    /// <summary>All of which something is recorded, in one model.</summary>
    private List<Present> Together(IReadOnlyList<TreatmentCourse> courses, (int Off, int On)[] days)
    {
        int[] there = [.. Enumerable.Range(0, courses.Count).Where(j => days[j].On > 0)];
        var present = Array.ConvertAll(there, j => courses[j]);
        LeaveOnsetsOut(present);
        var curves = Array.ConvertAll(present, course => DoseCurve.Of(course, _grid.FirstDay, _y.Length));
        var found = new CourseModel(_y, _fixed, _ridge, curves, _stop).Run();
        return [.. there.Select(PresentOf)];

        Present PresentOf(int place, int i) => new(place, present[i], days[place], curves[i][found[i].Speed], found[i]);
    }

    /// <summary>Of many courses the onsets would leave too few days.</summary>
    private void LeaveOnsetsOut(TreatmentCourse[] courses)
    {
        if (courses.Length > CourseModel.MostSpeedsApart)
            return;
        foreach (var start in courses.Select(c => c.FirstDay - _grid.FirstDay))
            for (var t = Math.Max(0, start); t < Math.Min(start + OnsetDays, _y.Length); t++)
                _y[t] = double.NaN;
    }

    /// <summary>Positions of those with enough days, each with its q among them.</summary>
    private static IEnumerable<(int At, double Q)> Told(List<Present> present)
    {
        int[] told = [.. Enumerable.Range(0, present.Count).Where(i => present[i].IsTold)];
        var p = Array.ConvertAll(told, i => present[i].Found.Effect.TwoSided);
        return told.Zip(FalseDiscovery.BenjaminiHochberg(p));
    }

    private CourseEffect Describe(List<Present> present, int at, double q)
    {
        var (_, course, days, _, found) = present[at];
        var near = found.ShiftNear(course.FirstDay - _grid.FirstDay, DaysBesideStart);
        var effect = Undecided(course, days) with
        {
            Effect = EffectOf(present[at], near, q),
            FullAfterDays = DoseCurve.OnsetOf(course, found.Speed),
            ShiftNearStart = near,
            Q = q,
        };
        var twins = TwinsOf(found, at);
        return twins.Length == 0 ? effect : WithTwins(effect, present.ConvertAll(p => p.Course), [at, .. twins]);
    }

    /// <summary>Positions of the courses that it is not told from.</summary>
    private static int[] TwinsOf(CoursePosterior course, int at)
    {
        var correlations = course.Correlations;
        var others = Enumerable.Range(0, correlations.Length).Where(k => k != at);
        return [.. others.Where(k => Math.Abs(correlations[k]) >= CourseEffect.NotTold)];
    }

    /// <summary>
    /// Nothing is said beside a shift that may be nobody's doing, unless the first day was drawn and stands out: a shift
    /// knows nothing of the draw.
    /// </summary>
    private TreatmentEffect EffectOf(Present course, double shiftNear, double q)
    {
        var drawn = DrawnTest(course.Course);
        var isShift = shiftNear >= CourseEffect.ShiftSuspected && drawn is not { StandsOut: true };
        var settled = q <= EffectJudge.MostFalse && !isShift;
        var effect = EffectJudge.Of(course.Found.Effect, _unit, _roles, course.Days, settled);
        var verdict = isShift ? Verdict.CannotTell : effect.Verdict;
        return effect with { Kind = TreatmentKind.Step, Verdict = verdict, StartDay = drawn };
    }

    /// <summary>Null where the first day was chosen, or is not the one drawn.</summary>
    private StartDayResult? DrawnTest(TreatmentCourse course) =>
        course.Draw is { } draw && draw.StartDay == course.FirstDay
            ? StartDayTest.Of(_recorded, _grid.FirstDay, draw, course.LastDay)
            : null;

    /// <summary>
    /// Of a course with a twin it is not said that it does nothing: it may be the twin that undoes it.
    /// </summary>
    /// <param name="effect">The course's.</param>
    /// <param name="courses">All that are there.</param>
    /// <param name="suspects">Positions of the course and its twins.</param>
    private CourseEffect WithTwins(CourseEffect effect, List<TreatmentCourse> courses, int[] suspects)
    {
        var told = effect.Effect!;
        var verdict = told.Verdict == Verdict.ProbablyNot ? Verdict.CannotTell : told.Verdict;
        return effect with
        {
            Effect = told with { Verdict = verdict },
            NotToldFrom = [.. suspects.Skip(1).Select(k => courses[k].Name)],
            ToldByPauseOf = BestPause(courses, suspects),
        };
    }

    /// <summary>
    /// The course of these whose pause, other things as they are, would tell most of the first of them.
    /// </summary>
    private string? BestPause(List<TreatmentCourse> courses, int[] suspects)
    {
        var plan = new PausePlan(_y, _grid, PauseDays, _stop);
        var enough = WorthAPause * Error(null);
        return suspects
            .Where(k => courses[k].LastDay is null)
            .Select(k => (courses[k].Name, Error: Error(k)))
            .Where(pause => pause.Error < enough)
            .OrderBy(pause => pause.Error)
            .FirstOrDefault()
            .Name;

        double Error(int? paused) => plan.Error(courses, paused, suspects[0]);
    }

    /// <summary>Recorded days without and with the course; the first week of it is neither.</summary>
    private (int Off, int On) Days(TreatmentCourse course)
    {
        long first = (long)course.FirstDay - _grid.FirstDay,
            last = course.LastDay is { } end ? (long)end - _grid.FirstDay : long.MaxValue;
        var on = Count(t => t >= first + OnsetDays && t <= last);
        return (Count(t => t < first || t > last), on);

        int Count(Func<int, bool> counts) => Moments.RecordedSlots(_y).Count(counts);
    }
}
