namespace Inomya.Findings;

/// <summary>A calmer line for the eye; never used to compute anything.</summary>
public static class Smoothing
{
    /// <summary>Days to each side.</summary>
    private const int Reach = 7;

    /// <summary>Of this many days around one, at least so many must be recorded for it to have a value.</summary>
    private const int Least = 4;

    /// <summary>
    /// The mean of each day and the seven days to each side, of those recorded; NaN where fewer than four were.
    /// </summary>
    /// <param name="values">Shape (days); NaN is not recorded.</param>
    public static double[] Weekly(IReadOnlyList<double> values)
    {
        var smooth = new double[values.Count];
        for (var day = 0; day < values.Count; day++)
            smooth[day] = MeanAround(day, values);
        return smooth;
    }

    private static double MeanAround(int day, IReadOnlyList<double> values)
    {
        var (sum, count) = (0.0, 0);
        for (var near = Math.Max(0, day - Reach); near <= Math.Min(values.Count - 1, day + Reach); near++)
            if (!double.IsNaN(values[near]))
                (sum, count) = (sum + values[near], count + 1);
        return count < Least ? double.NaN : sum / count;
    }
}
