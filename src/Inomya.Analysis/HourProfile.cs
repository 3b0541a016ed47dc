using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Inomya.Analysis;

/// <summary>Good and bad hours of the day, from several records a day.</summary>
public static class HourProfile
{
    /// <summary>Hours that are looked at together.</summary>
    public const int HoursTogether = 4;

    /// <summary>Days with two records or more, before anything is told.</summary>
    public const int FewestDays = 10;

    /// <summary>How each part of the day differs from the average of the parts, comparing records of the same day only.</summary>
    /// <param name="days">Shape (records). The day of each, any numbering.</param>
    /// <param name="hours">Shape (records). Local hour of each, 0 up to, not including, 24.</param>
    /// <param name="values">Shape (records). NaN: left out.</param>
    /// <returns>
    /// Parts 0 to 5, four hours each from midnight. Null when fewer than two parts have records on ten days, or fewer than ten days have two records.
    /// </returns>
    /// <exception cref="ArgumentException">Lengths differ, or an hour is off the clock.</exception>
    /// <remarks>
    /// Bad days cannot pass for bad hours: each record counts as its difference from the mean of its day. Errors are summed by day, so that
    /// records of a day need not be independent (Liang and Zeger 1986, Biometrika 73(1), 13-22, doi:10.1093/biomet/73.1.13).
    /// </remarks>
    public static CyclePattern? Estimate(
        IReadOnlyList<int> days,
        IReadOnlyList<double> hours,
        IReadOnlyList<double> values
    )
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(values);
        RefuseRecords(days, hours, values);
        var records = Records(days, hours, values);
        var parts = PartsIn(records);
        var byDay = ByDay(records, parts);
        return parts.Length < 2 || byDay.Count < FewestDays ? null : Describe(byDay, parts);
    }

    private static void RefuseRecords(
        IReadOnlyList<int> days,
        IReadOnlyList<double> hours,
        IReadOnlyList<double> values
    )
    {
        if (days.Count != values.Count || hours.Count != values.Count)
            throw new ArgumentException(
                $"{days.Count} days and {hours.Count} hours for {values.Count} values.",
                nameof(values)
            );
        if (hours.Any(h => !(h >= 0 && h < 24)))
            throw new ArgumentException("An hour is not on the clock.", nameof(hours));
    }

    private readonly record struct Record(int Day, int Part, double Value);

    private static List<Record> Records(
        IReadOnlyList<int> days,
        IReadOnlyList<double> hours,
        IReadOnlyList<double> values
    ) =>
        [
            .. Enumerable
                .Range(0, values.Count)
                .Where(i => !double.IsNaN(values[i]))
                .Select(i => new Record(days[i], (int)hours[i] / HoursTogether, values[i])),
        ];

    /// <summary>Parts with records on enough days.</summary>
    private static int[] PartsIn(List<Record> records) =>
        [
            .. records
                .GroupBy(r => r.Part)
                .Where(g => g.Select(r => r.Day).Distinct().Count() >= FewestDays)
                .Select(g => g.Key)
                .Order(),
        ];

    /// <summary>The records of each day that has some in two parts; parts by their position.</summary>
    private static List<List<Record>> ByDay(List<Record> records, int[] parts) =>
        [
            .. records
                .Select(r => r with { Part = Array.IndexOf(parts, r.Part) })
                .Where(r => r.Part >= 0)
                .GroupBy(r => r.Day)
                .Where(g => g.Select(r => r.Part).Distinct().Count() > 1)
                .Select(g => g.ToList()),
        ];

    private static CyclePattern? Describe(List<List<Record>> byDay, int[] parts)
    {
        var rows = byDay.ConvertAll(day => Centred(day, parts.Length - 1));
        var (gram, cross) = NormalEquations(rows.SelectMany(r => r), parts.Length - 1);
        if (gram.Rank() < gram.RowCount)
            return null;
        var inverse = gram.Inverse();
        var effect = inverse * cross;
        var covariance = inverse * ScoreSquares(rows, effect) * inverse * (byDay.Count / (byDay.Count - 1.0));
        return Report(effect, covariance, parts, byDay);
    }

    /// <summary>Contrasts and value of a record, less their means over its day.</summary>
    private readonly record struct Row(Vector<double> X, double Y);

    private static (Matrix<double> Gram, Vector<double> Cross) NormalEquations(IEnumerable<Row> rows, int k)
    {
        var gram = Matrix<double>.Build.Dense(k, k);
        var cross = Vector<double>.Build.Dense(k);
        foreach (var (x, y) in rows)
        {
            gram += x.OuterProduct(x);
            cross += x * y;
        }
        return (gram, cross);
    }

    /// <summary>Of each day's summed scores, so that what records of a day have in common is counted.</summary>
    private static Matrix<double> ScoreSquares(List<List<Row>> rows, Vector<double> effect)
    {
        var squares = Matrix<double>.Build.Dense(effect.Count, effect.Count);
        foreach (var day in rows)
        {
            var score = Vector<double>.Build.Dense(effect.Count);
            foreach (var (x, y) in day)
                score += x * (y - x * effect);
            squares += score.OuterProduct(score);
        }
        return squares;
    }

    private static CyclePattern Report(
        Vector<double> effect,
        Matrix<double> covariance,
        int[] parts,
        List<List<Record>> byDay
    )
    {
        int k = effect.Count,
            degrees = byDay.Count - 1;
        var half = StudentT.InvCDF(0, 1, degrees, 1 - Interval95.Low / parts.Length);
        var square = effect * covariance.Solve(effect);
        return new CyclePattern(JointP(square, k, degrees), [.. parts.Select(One)]);

        PartOfCycle One(int part, int position)
        {
            var pick = Vector<double>.Build.Dense(k, a => Coefficient(position, a + 1));
            double b = pick * effect,
                error = Math.Sqrt(pick * covariance * pick);
            var counted = byDay.Sum(day => day.Count(r => r.Part == position));
            return new PartOfCycle(part, b, b - half * error, b + half * error, counted);
        }
    }

    /// <summary>That all effects are 0, by Hotelling's T²; 1 when there are too few days to say.</summary>
    private static double JointP(double square, int k, int degrees)
    {
        var f = square * (degrees - k + 1) / ((double)degrees * k);
        return degrees > k ? 1 - FisherSnedecor.CDF(k, degrees - k + 1, f) : 1;
    }

    /// <summary>How often a contrast is in a part: the first part is minus the sum of all others.</summary>
    private static double Coefficient(int part, int contrast) =>
        part == 0 ? -1
        : part == contrast ? 1
        : 0;

    private static List<Row> Centred(List<Record> day, int k)
    {
        var mean = Vector<double>.Build.Dense(k, a => day.Average(r => Coefficient(r.Part, a + 1)));
        var middle = day.Average(r => r.Value);
        return day.ConvertAll(r => new Row(Contrasts(r.Part) - mean, r.Value - middle));

        Vector<double> Contrasts(int part) => Vector<double>.Build.Dense(k, a => Coefficient(part, a + 1));
    }
}
