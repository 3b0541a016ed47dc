namespace Inomya.Analysis;

/// <summary>
/// All courses of a person in one regression on a wandering level: averaged over how fast each began to work, over the
/// error structure, and over lasting shifts that nobody knows of. See docs/methods/treatments.md.
/// </summary>
/// <remarks>
/// A shift is a column like any other with a prior size, and each place for one is weighed by its evidence; a shift
/// that was found is not held fixed, since beside a start it cannot be told from the course. Restricted likelihood:
/// Harville (1974), doi:10.1093/biomet/61.2.383. Averaging: Hoeting et al. (1999), Stat. Sci. 14(4), 382-417,
/// doi:10.1214/ss/1009212519.
/// </remarks>
internal sealed class CourseModel
{
    /// <summary>
    /// With more courses than this all are taken to begin to work equally fast: else the combinations would not end.
    /// </summary>
    public const int MostSpeedsApart = 8;

    /// <summary>
    /// How likely each wandering of the level is before looking: 0.88 that it does not, measured against others in
    /// docs/methods/treatments.md.
    /// </summary>
    private static readonly ErrorStructure[] Structures = ErrorStructure.Grid([0.88, 0.03, 0.03, 0.03, 0.03]);

    /// <summary>Prior precision of a full effect, in innovations: three innovations are nothing unusual.</summary>
    private const double EffectPrecision = 0.1;

    /// <summary>
    /// How likely each speed is before looking, against the next faster one: most of what works is felt early.
    /// </summary>
    private const double SlowerIsLessLikely = 0.6;

    /// <summary>Log evidence below the best at which an error structure is left out.</summary>
    private const double Negligible = 7;

    private readonly double[] _y;
    private readonly List<double[]> _fixed;
    private readonly double[] _ridge;
    private readonly IReadOnlyList<double[][]> _curves;
    private readonly int[] _first;
    private readonly UnknownShifts _shifts;
    private readonly int _degrees;
    private readonly CancellationToken _stop;

    /// <param name="y">Shape (days). The outcome in standard deviations; NaN: not recorded or left out.</param>
    /// <param name="fixedColumns">
    /// Shape (columns) of shape (days): level, days of the week, slow drift, found triggers.
    /// </param>
    /// <param name="ridge">Shape (columns). Prior precision over the innovation variance; 0: none.</param>
    /// <param name="curves">Shape (courses) of shape (speeds) of shape (days), from <see cref="DoseCurve"/>.</param>
    /// <param name="stop">Ends the work early.</param>
    public CourseModel(
        double[] y,
        List<double[]> fixedColumns,
        double[] ridge,
        IReadOnlyList<double[][]> curves,
        CancellationToken stop
    )
    {
        (_y, _fixed, _ridge, _curves, _stop) = (y, fixedColumns, ridge, curves, stop);
        _degrees = Math.Max(1, Moments.Count(y) - fixedColumns.Count - curves.Count);
        _first = FirstCurves(curves);
        _shifts = new UnknownShifts(y.Length, _degrees);
    }

    /// <summary>Shape (courses + 1). Position of each course's first curve among all, and how many there are.</summary>
    private static int[] FirstCurves(IReadOnlyList<double[][]> curves)
    {
        var first = new int[curves.Count + 1];
        for (var j = 0; j < curves.Count; j++)
            first[j + 1] = first[j] + curves[j].Length;
        return first;
    }

    private int Courses => _curves.Count;

    /// <summary>An error structure, and the inner products of all but the fixed columns given these.</summary>
    private sealed record Point(ErrorStructure Errors, double LogWeight, SweptGram Gram);

    /// <summary>One for each course, in their order.</summary>
    public CoursePosterior[] Run()
    {
        var points = Points(Structures, shifts: false);
        var speeds = BestSpeeds(points);
        var evidence = points.ConvertAll(p => Evidence(p, speeds));
        var best = evidence.Max();
        var correlations = Correlations(points[evidence.IndexOf(best)], speeds);
        var likely = Structures.Where((_, i) => evidence[i] > best - Negligible);
        return [.. Parts(Points(likely, shifts: true), speeds).Select((p, j) => Posterior(p, j, correlations))];
    }

    /// <summary>Shape (courses) of shape (speeds).</summary>
    private List<ShiftedPart>[][] Parts(List<Point> points, int[] speeds) =>
        Courses > MostSpeedsApart ? AllAtOnce(points) : EachByItself(points, speeds);

    private CoursePosterior Posterior(List<ShiftedPart>[] bySpeed, int course, double[,] correlations)
    {
        var all = bySpeed.SelectMany(p => p).ToList();
        var effect = new Mixture([.. all.Select(p => new LevelModel.Part(p.Mean, p.Error, p.LogWeight))], _degrees);
        var own = Enumerable.Range(0, Courses).Select(k => correlations[course, k]);
        return new CoursePosterior(effect, LikeliestSpeed(bySpeed), all, [.. own]);
    }

    private static int LikeliestSpeed(List<ShiftedPart>[] bySpeed)
    {
        var weights = Array.ConvertAll(bySpeed, Weight);
        return Array.IndexOf(weights, weights.Max());

        static double Weight(List<ShiftedPart> parts) =>
            parts.Count == 0 ? double.NegativeInfinity : LogSum.Of(parts.Select(p => p.LogWeight));
    }

    /// <summary>Each course's speeds in turn, the others at their likeliest.</summary>
    private List<ShiftedPart>[][] EachByItself(List<Point> points, int[] speeds) =>
        [
            .. Enumerable
                .Range(0, Courses)
                .Select(j => WithEachSpeed(speeds, j).Select(own => PartsAt(points, own, [j])[0]).ToArray()),
        ];

    private List<ShiftedPart>[][] AllAtOnce(List<Point> points)
    {
        int[] all = [.. Enumerable.Range(0, Courses)];
        var bySpeed = Shared().Select(speeds => PartsAt(points, speeds, all)).ToList();
        return [.. all.Select(j => bySpeed.Select(parts => parts[j]).ToArray())];
    }

    /// <summary>For each of some courses its estimates at these speeds, over all error structures and shifts.</summary>
    private List<ShiftedPart>[] PartsAt(List<Point> points, int[] speeds, int[] courses)
    {
        List<ShiftedPart>[] parts = [.. courses.Select(_ => new List<ShiftedPart>())];
        foreach (var point in points)
        {
            _stop.ThrowIfCancellationRequested();
            var (gram, evidence) = With(point, speeds, _shifts.Count);
            _shifts.Add(gram, Courses, evidence, courses, parts);
        }
        return parts;
    }

    /// <summary>The likeliest speed of each course: first one for all, then each given the others, twice.</summary>
    private int[] BestSpeeds(List<Point> points)
    {
        var speeds = Shared().MaxBy(Total)!;
        if (Courses > MostSpeedsApart)
            return speeds;
        for (var turn = 0; turn < 2 * Courses; turn++)
            speeds = WithEachSpeed(speeds, turn % Courses).MaxBy(Total)!;
        return speeds;

        double Total(int[] tried) => LogSum.Of(points.Select(p => Evidence(p, tried)));
    }

    /// <summary>The same speeds, but for one course each that it may have.</summary>
    private IEnumerable<int[]> WithEachSpeed(int[] speeds, int course) =>
        Enumerable
            .Range(0, _curves[course].Length)
            .Select(s =>
            {
                var replaced = (int[])speeds.Clone();
                replaced[course] = s;
                return replaced;
            });

    private IEnumerable<int[]> Shared() =>
        Enumerable
            .Range(0, _curves.Max(c => c.Length))
            .Select(s => _curves.Select(c => Math.Min(s, c.Length - 1)).ToArray());

    private List<Point> Points(IEnumerable<ErrorStructure> structures, bool shifts)
    {
        List<double[]> columns = [.. _fixed, .. _curves.SelectMany(c => c), .. shifts ? _shifts.Columns() : []];
        var ridge = RidgeOf(columns.Count);
        var filter = new KalmanWhitening(_y, columns);
        return [.. structures.Select(errors => At(filter, errors, ridge))];
    }

    /// <summary>
    /// Of the fixed columns, the courses' curves, the places of shifts, and the outcome, which has none.
    /// </summary>
    private double[] RidgeOf(int columns)
    {
        var ridge = new double[columns + 1];
        _ridge.CopyTo(ridge, 0);
        ridge.AsSpan(_fixed.Count, _first[^1]).Fill(EffectPrecision);
        ridge.AsSpan(_fixed.Count + _first[^1])[..^1].Fill(UnknownShifts.Precision);
        return ridge;
    }

    private Point At(KalmanWhitening filter, ErrorStructure errors, double[] ridge)
    {
        _stop.ThrowIfCancellationRequested();
        var weight = errors.LogPrior - 0.5 * filter.Run(errors);
        var gram = SweptGram.Of(filter.White, filter.Rows, ridge);
        for (var i = 0; i < _fixed.Count; i++)
            weight -= 0.5 * gram.ToggleUnlessSpanned(i);
        return new Point(errors, weight, gram.Block(_fixed.Count));
    }

    private double Evidence(Point point, int[] speeds) => With(point, speeds, 0).Evidence;

    /// <summary>The courses at these speeds swept in; behind them the places of shifts, and the outcome last.</summary>
    private (SweptGram Gram, double Evidence) With(Point point, int[] speeds, int shifts)
    {
        var gram = point.Gram.Pick([.. CurvesAt(speeds), .. Enumerable.Range(_first[^1], shifts), point.Gram.Size - 1]);
        var evidence = SweepCourses(gram, point.LogWeight + speeds.Sum() * Math.Log(SlowerIsLessLikely));
        return (gram, evidence - 0.5 * _degrees * Math.Log(gram.Residual));
    }

    /// <summary>Returns the evidence with what they add.</summary>
    private double SweepCourses(SweptGram gram, double evidence)
    {
        for (var j = 0; j < Courses; j++)
        {
            evidence -= 0.5 * Math.Log(gram[j, j] / EffectPrecision);
            gram.Toggle(j);
        }
        return evidence;
    }

    private IEnumerable<int> CurvesAt(int[] speeds) =>
        speeds.Select((s, j) => _first[j] + Math.Min(s, _curves[j].Length - 1));

    /// <summary>Shape (courses, courses): how the errors of two courses' effects go together, -1 to 1.</summary>
    private double[,] Correlations(Point point, int[] speeds)
    {
        var (gram, _) = With(point, speeds, 0);
        var correlations = new double[Courses, Courses];
        for (var j = 0; j < Courses; j++)
        for (var k = 0; k < Courses; k++)
            correlations[j, k] = -gram[j, k] / Math.Sqrt(gram[j, j] * gram[k, k]);
        return correlations;
    }
}
