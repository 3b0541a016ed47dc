namespace Inomya.Analysis;

/// <summary>
/// How narrow an effect's interval would become if four more weeks came, with one course left out in them or not.
/// </summary>
/// <remarks>
/// The error of a regression depends on its columns only, so it is known before the days come. Error structure: a usual
/// one.
/// </remarks>
internal sealed class PausePlan(double[] y, DayGrid grid, int pauseDays, CancellationToken stop)
{
    /// <summary>A usual error structure: the middle of the grid, and the least wandering that is any.</summary>
    private const double UsualPhi = 0.5,
        UsualWander = 0.0004;

    /// <summary>As that of a full effect in <see cref="CourseModel"/>.</summary>
    private const double Ridge = 0.1;

    private readonly double[] _y = [.. y.Select(v => double.IsNaN(v) ? v : 0), .. new double[pauseDays]];

    /// <summary>Standard error of one course's effect, in innovations.</summary>
    /// <param name="courses">All.</param>
    /// <param name="paused">Position of the one left out in the weeks to come; null: none.</param>
    /// <param name="wanted">Position of the one asked about.</param>
    public double Error(IReadOnlyList<TreatmentCourse> courses, int? paused, int wanted)
    {
        stop.ThrowIfCancellationRequested();
        var week = Weekdays.Columns(_y.Length, grid.Weekday);
        var gram = Swept([.. week, .. Curves(courses, paused)]);
        var at = week.Count + wanted;
        return Math.Sqrt(Math.Max(0, -gram[at, at]));
    }

    private IEnumerable<double[]> Curves(IReadOnlyList<TreatmentCourse> courses, int? paused)
    {
        var today = grid.FirstDay + y.Length - 1;
        return courses.Select((course, j) => Curve(j == paused ? course with { LastDay = today } : course));
    }

    /// <summary>All columns swept in; all but the level are drawn towards 0.</summary>
    private SweptGram Swept(List<double[]> columns)
    {
        var ridge = new double[columns.Count + 1];
        ridge.AsSpan(1, columns.Count - 1).Fill(Ridge);
        var filter = new KalmanWhitening(_y, columns);
        filter.Run(UsualPhi, UsualWander);
        var gram = SweptGram.Of(filter.White, filter.Rows, ridge);
        gram.ToggleFirst(columns.Count);
        return gram;
    }

    private double[] Curve(TreatmentCourse course) => DoseCurve.MeanOf(course, grid.FirstDay, _y.Length);
}
