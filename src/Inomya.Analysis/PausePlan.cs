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
    private const double UsualPhi = 0.5,
        UsualWander = 0.0004,
        Ridge = 0.1;

    private readonly double[] _y = [.. y.Select(v => double.IsNaN(v) ? v : 0), .. new double[pauseDays]];

    /// <summary>Standard error of one course's effect, in innovations.</summary>
    /// <param name="courses">All.</param>
    /// <param name="paused">Position of the one left out in the weeks to come; null: none.</param>
    /// <param name="wanted">Position of the one asked about.</param>
    public double Error(IReadOnlyList<TreatmentCourse> courses, int? paused, int wanted)
    {
        stop.ThrowIfCancellationRequested();
        var today = grid.FirstDay + y.Length - 1;
        List<double[]> columns = [.. Weekdays.Columns(_y.Length, grid.Weekday)];
        var ridge = new double[columns.Count + courses.Count + 1];
        ridge.AsSpan(1, ridge.Length - 2).Fill(Ridge);
        for (var j = 0; j < courses.Count; j++)
            columns.Add(Curve(j == paused ? courses[j] with { LastDay = today } : courses[j]));
        var filter = new KalmanWhitening(_y, columns);
        filter.Run(UsualPhi, UsualWander);
        var gram = SweptGram.Of(filter.White, filter.Rows, ridge);
        for (var i = 0; i < columns.Count; i++)
            gram.Toggle(i);
        var at = columns.Count - courses.Count + wanted;
        return Math.Sqrt(Math.Max(0, -gram[at, at]));
    }

    private double[] Curve(TreatmentCourse course) => DoseCurve.MeanOf(course, grid.FirstDay, _y.Length);
}
