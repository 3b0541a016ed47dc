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

    private static readonly double[] Phis = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
    private static readonly double[] Wanders = [0, 0.0004, 0.002, 0.01, 0.05];
    private static readonly double[] WanderPrior = [0.88, 0.03, 0.03, 0.03, 0.03];

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
        _first = new int[curves.Count + 1];
        for (var j = 0; j < curves.Count; j++)
            _first[j + 1] = _first[j] + curves[j].Length;
        _shifts = new UnknownShifts(y.Length, _degrees);
    }

    private int Courses => _curves.Count;

    /// <summary>An error structure, and the inner products of all but the fixed columns given these.</summary>
    private sealed record Point(double Phi, double Wander, double LogWeight, SweptGram Gram);

    /// <summary>One for each course, in their order.</summary>
    public CoursePosterior[] Run()
    {
        var points = Points(false, (_, _) => true);
        var speeds = BestSpeeds(points);
        var weights = points.ConvertAll(p => Evidence(p, speeds));
        var floor = weights.Max() - Negligible;
        var kept = points.Where((_, i) => weights[i] > floor).Select(p => (p.Phi, p.Wander)).ToHashSet();
        var full = Points(true, (phi, wander) => kept.Contains((phi, wander)));
        var apart = Correlations(points[weights.IndexOf(weights.Max())], speeds);
        var parts = Courses > MostSpeedsApart ? AllAtOnce(full) : EachByItself(full, speeds);
        return [.. parts.Select((p, j) => Posterior(p, j, apart))];
    }

    private CoursePosterior Posterior(List<ShiftedPart>[] bySpeed, int course, double[,] correlations)
    {
        var all = bySpeed.SelectMany(p => p).ToList();
        var best = bySpeed.Select(p => p.Count == 0 ? double.NegativeInfinity : LogSum(p.Select(q => q.LogWeight)));
        return new CoursePosterior(
            new Mixture([.. all.Select(p => new LevelModel.Part(p.Mean, p.Error, p.LogWeight))], _degrees),
            Array.IndexOf([.. best], best.Max()),
            all,
            [.. Enumerable.Range(0, Courses).Select(k => correlations[course, k])]
        );
    }

    /// <summary>Each course's speeds in turn, the others at their likeliest.</summary>
    private List<ShiftedPart>[][] EachByItself(List<Point> points, int[] speeds)
    {
        var parts = new List<ShiftedPart>[Courses][];
        for (var j = 0; j < Courses; j++)
        {
            var own = (int[])speeds.Clone();
            parts[j] = new List<ShiftedPart>[_curves[j].Length];
            for (own[j] = 0; own[j] < _curves[j].Length; own[j]++)
                parts[j][own[j]] = PartsAt(points, own, [j])[0];
        }
        return parts;
    }

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
        {
            var j = turn % Courses;
            speeds = Enumerable.Range(0, _curves[j].Length).Select(s => Replaced(speeds, j, s)).MaxBy(Total)!;
        }
        return speeds;

        double Total(int[] tried) => LogSum(points.Select(p => Evidence(p, tried)));
    }

    private static int[] Replaced(int[] speeds, int course, int speed)
    {
        var replaced = (int[])speeds.Clone();
        replaced[course] = speed;
        return replaced;
    }

    private IEnumerable<int[]> Shared() =>
        Enumerable
            .Range(0, _curves.Max(c => c.Length))
            .Select(s => _curves.Select(c => Math.Min(s, c.Length - 1)).ToArray());

    private List<Point> Points(bool shifts, Func<double, double, bool> wanted)
    {
        List<double[]> columns = [.. _fixed, .. _curves.SelectMany(c => c), .. shifts ? _shifts.Columns() : []];
        double[] ridge =
        [
            .. _ridge,
            .. Enumerable.Repeat(EffectPrecision, _first[^1]),
            .. Enumerable.Repeat(UnknownShifts.Precision, columns.Count - _fixed.Count - _first[^1]),
            0,
        ];
        var filter = new KalmanWhitening(_y, columns);
        var points = new List<Point>();
        foreach (var phi in Phis)
            for (var w = 0; w < Wanders.Length; w++)
                if (wanted(phi, Wanders[w]))
                    points.Add(At(filter, phi, w, ridge));
        return points;
    }

    private Point At(KalmanWhitening filter, double phi, int wander, double[] ridge)
    {
        _stop.ThrowIfCancellationRequested();
        var weight = Math.Log(WanderPrior[wander]) - 0.5 * filter.Run(phi, Wanders[wander]);
        var gram = SweptGram.Of(filter.White, filter.Rows, ridge);
        for (var i = 0; i < _fixed.Count; i++)
        {
            weight -= 0.5 * Math.Log(Math.Max(gram[i, i], 1e-12));
            if (gram[i, i] > 1e-10)
                gram.Toggle(i);
        }
        return new Point(phi, Wanders[wander], weight, gram.Block(_fixed.Count));
    }

    private double Evidence(Point point, int[] speeds) => With(point, speeds, 0).Evidence;

    /// <summary>The courses at these speeds swept in; behind them the places of shifts, and the outcome last.</summary>
    private (SweptGram Gram, double Evidence) With(Point point, int[] speeds, int shifts)
    {
        var gram = point.Gram.Pick([
            .. speeds.Select((s, j) => _first[j] + Math.Min(s, _curves[j].Length - 1)),
            .. Enumerable.Range(_first[^1], shifts),
            point.Gram.Size - 1,
        ]);
        var evidence = point.LogWeight + speeds.Sum() * Math.Log(SlowerIsLessLikely);
        for (var j = 0; j < Courses; j++)
        {
            evidence -= 0.5 * Math.Log(gram[j, j] / EffectPrecision);
            gram.Toggle(j);
        }
        var last = gram.Size - 1;
        return (gram, evidence - 0.5 * _degrees * Math.Log(Math.Max(gram[last, last], 1e-12)));
    }

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

    private static double LogSum(IEnumerable<double> logs)
    {
        double[] all = [.. logs];
        var top = all.Max();
        return double.IsNegativeInfinity(top) ? top : top + Math.Log(all.Sum(l => Math.Exp(l - top)));
    }
}
