namespace Inomya.Analysis;

/// <summary>The days of the week as columns of a regression.</summary>
internal static class Weekdays
{
    /// <summary>A level and six contrasts that sum to zero over the week.</summary>
    public static List<double[]> Columns(int days, Func<int, int> weekday)
    {
        var columns = new List<double[]> { Enumerable.Repeat(1.0, days).ToArray() };
        for (var day = 1; day < 7; day++)
        {
            var column = new double[days];
            for (var t = 0; t < days; t++)
                column[t] = Contrast(weekday(t), day);
            columns.Add(column);
        }
        return columns;
    }

    /// <summary>Prior precisions of <see cref="Columns"/>: the level is free.</summary>
    public static double[] Ridge(double ofContrasts) => [0, .. Enumerable.Repeat(ofContrasts, 6)];

    /// <summary>1 on the day, -1 on the first day of the week, else 0.</summary>
    public static double Contrast(int weekday, int day) =>
        weekday == day ? 1
        : weekday == 0 ? -1
        : 0;
}
