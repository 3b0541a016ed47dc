namespace Inomya.Analysis;

/// <summary>
/// How much of a course's full effect is there each day, for each speed at which it may have begun to work.
/// </summary>
/// <remarks>
/// The effect moves towards the dose in a straight line, by one part in (days + 1) a day, and is gone a week after the
/// last day. Full is the largest dose of the course, so that one number is its effect whatever steps the dose took.
/// </remarks>
internal static class DoseCurve
{
    /// <summary>Days until what was taken last no longer acts.</summary>
    private const int GoneAfterDays = 7;

    /// <summary>Latest onset allowed for where nothing is known, in days.</summary>
    private const int UsuallyFullAfterDays = 42;

    private const int Speeds = 4;

    /// <summary>Shape (speeds) of shape (days), from at once to the latest.</summary>
    /// <param name="course">The course; days off the grid are cut.</param>
    /// <param name="firstDay">The grid's first day since 1970-01-01.</param>
    /// <param name="days">The grid's length.</param>
    public static double[][] Of(TreatmentCourse course, int firstDay, int days)
    {
        var dose = Doses(course, firstDay, days);
        return [.. Onsets(course).Select(onset => Response(dose, onset))];
    }

    /// <summary>The mean of all speeds.</summary>
    public static double[] MeanOf(TreatmentCourse course, int firstDay, int days)
    {
        var curves = Of(course, firstDay, days);
        return [.. Enumerable.Range(0, days).Select(t => curves.Average(c => c[t]))];
    }

    /// <summary>Days until the full effect at one of the speeds.</summary>
    public static int OnsetOf(TreatmentCourse course, int speed) => Onsets(course)[speed];

    private static int[] Onsets(TreatmentCourse course)
    {
        var latest = Math.Clamp(course.FullAfterDays ?? UsuallyFullAfterDays, 0, DailyTable.LongestSpanDays);
        return [.. Enumerable.Range(0, Speeds).Select(i => (int)Math.Round(latest * i / (Speeds - 1.0))).Distinct()];
    }

    private static double[] Response(double[] dose, int onsetDays)
    {
        double level = 0,
            from = 0,
            before = double.NaN;
        return Array.ConvertAll(dose, Next);

        double Next(double now)
        {
            if (now != before)
                from = level;
            before = now;
            return level = now > level ? Risen(level, now, onsetDays) : Fallen(level, now, from);
        }
    }

    private static double Risen(double level, double dose, int onsetDays) =>
        Math.Min(dose, level + dose / (onsetDays + 1));

    private static double Fallen(double level, double dose, double from) =>
        Math.Max(dose, level - Math.Max(from - dose, 0) / GoneAfterDays);

    /// <summary>Each day's dose as a share of the largest; 0 on days without.</summary>
    private static double[] Doses(TreatmentCourse course, int firstDay, int days)
    {
        var largest = LargestDose(course);
        var dose = new double[days];
        var to = course.LastDay is { } last ? Math.Min(days - 1L, (long)last - firstDay) : days - 1L;
        for (var t = Math.Max(0L, (long)course.FirstDay - firstDay); t <= to; t++)
            dose[t] = At(course, firstDay + (int)t, largest);
        return dose;
    }

    /// <summary>1 where none was recorded.</summary>
    private static double LargestDose(TreatmentCourse course) =>
        course.Doses.Select(d => d.Dose).Where(d => d > 0).DefaultIfEmpty(1).Max();

    private static double At(TreatmentCourse course, int day, double largest)
    {
        var now = course.Doses.Where(d => d.Day <= day && d.Dose >= 0).Select(d => d.Dose).DefaultIfEmpty(double.NaN);
        var dose = now.Last();
        return double.IsNaN(dose) ? FirstDose(course, largest) : dose / largest;
    }

    private static double FirstDose(TreatmentCourse course, double largest) =>
        course.Doses.Where(d => d.Dose > 0).Select(d => d.Dose / largest).DefaultIfEmpty(1).First();
}
