namespace Inomya.Analysis;

/// <summary>The one treatment that the roles ask about: kept from a day on, or given in blocks.</summary>
internal sealed class TreatmentQuestion
{
    private readonly DayGrid _grid;
    private readonly TreatmentRole _role;

    public TreatmentQuestion(DayGrid grid, TreatmentRole role)
    {
        (_grid, _role) = (grid, role);
        if (grid.Column(role.Column) is { } column)
            Given = Array.ConvertAll(column, v => double.IsNaN(v) ? 0 : v);
    }

    /// <summary>Shape (days). 1 with the treatment, 0 without; null: there is no such column.</summary>
    public double[]? Given { get; }

    /// <summary>A step as a course; null for blocks, or when it never began.</summary>
    public TreatmentCourse? Course =>
        _role.Kind == TreatmentKind.Step && FirstDay is { } day ? new TreatmentCourse(_role.Column, day, null) : null;

    private int? FirstDay
    {
        get
        {
            if (Given is null)
                return null;
            var slot = Array.FindIndex(Given, YesNo.IsYes);
            return _role.StartDay ?? (slot >= 0 ? slot + _grid.FirstDay : null);
        }
    }

    /// <summary>Days with an outcome without it or, where these are fewer, with it.</summary>
    public int DaysOnFewerSide(double[] outcome)
    {
        if (_role.Kind == TreatmentKind.Blocks)
            return Math.Min(Days(t => !IsOn(t)), Days(IsOn));
        return Course is { FirstDay: var first }
            ? Math.Min(
                Days(t => t + _grid.FirstDay < first),
                Days(t => t + _grid.FirstDay >= first + CourseAnalysis.OnsetDays)
            )
            : 0;

        bool IsOn(int t) => YesNo.IsYes(Given![t]);

        int Days(Func<int, bool> counts) => Moments.RecordedSlots(outcome).Count(counts);
    }
}
