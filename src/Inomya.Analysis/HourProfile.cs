using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Inomya.Analysis;

/// <summary>Good and bad hours of the day, from several records a day.</summary>
public static class HourProfile
{
    /// <summary>Hours that are looked at together.</summary>
    public const int HoursTogether = 4;

    private const int DaysNeeded = 10;

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
        if (days.Count != values.Count || hours.Count != values.Count)
            throw new ArgumentException(
                $"{days.Count} days and {hours.Count} hours for {values.Count} values.",
                nameof(values)
            );
        if (hours.Any(h => !(h >= 0 && h < 24)))
            throw new ArgumentException("An hour is not on the clock.", nameof(hours));

        var records = Enumerable
            .Range(0, values.Count)
            .Where(i => !double.IsNaN(values[i]))
            .Select(i => (Day: days[i], Part: (int)hours[i] / HoursTogether, Value: values[i]))
            .ToList();
        var parts = records
            .GroupBy(r => r.Part)
            .Where(g => g.Select(r => r.Day).Distinct().Count() >= DaysNeeded)
            .Select(g => g.Key)
            .Order()
            .ToArray();
        var byDay = records
            .Where(r => parts.Contains(r.Part))
            .GroupBy(r => r.Day)
            .Where(g => g.Select(r => r.Part).Distinct().Count() > 1)
            .Select(g => g.Select(r => (Part: Array.IndexOf(parts, r.Part), r.Value)).ToList())
            .ToList();
        return parts.Length < 2 || byDay.Count < DaysNeeded ? null : Describe(byDay, parts);
    }

    private static CyclePattern? Describe(List<List<(int Part, double Value)>> byDay, int[] parts)
    {
        var k = parts.Length - 1;
        var gram = new double[k, k];
        var cross = new double[k];
        foreach (var (x, y) in byDay.SelectMany(d => Centred(d, k)))
            for (var a = 0; a < k; a++)
            {
                cross[a] += x[a] * y;
                for (var b = 0; b < k; b++)
                    gram[a, b] += x[a] * x[b];
            }

        var matrix = Matrix<double>.Build.DenseOfArray(gram);
        if (matrix.Rank() < k)
            return null;
        var inverse = matrix.Inverse();
        var effect = inverse * Vector<double>.Build.Dense(cross);
        var middle = Matrix<double>.Build.Dense(k, k);
        foreach (var day in byDay)
        {
            var score = Vector<double>.Build.Dense(k);
            foreach (var (x, y) in Centred(day, k))
            {
                var row = Vector<double>.Build.Dense(x);
                score += row * (y - row * effect);
            }
            middle += score.OuterProduct(score);
        }
        var covariance = inverse * middle * inverse * (byDay.Count / (byDay.Count - 1.0));
        return Report(effect, covariance, parts, byDay);
    }

    private static CyclePattern Report(
        Vector<double> effect,
        Matrix<double> covariance,
        int[] parts,
        List<List<(int Part, double Value)>> byDay
    )
    {
        int k = effect.Count,
            degrees = byDay.Count - 1;
        var half = StudentT.InvCDF(0, 1, degrees, 1 - 0.025 / parts.Length);
        var result = new List<PartOfCycle>();
        for (var i = 0; i <= k; i++)
        {
            var pick = Vector<double>.Build.Dense(k, j => i == 0 ? -1
                : j == i - 1 ? 1
                : 0);
            double b = pick * effect,
                error = Math.Sqrt(pick * covariance * pick);
            result.Add(
                new PartOfCycle(
                    parts[i],
                    b,
                    b - half * error,
                    b + half * error,
                    byDay.Sum(d => d.Count(r => r.Part == i))
                )
            );
        }
        var f = effect * covariance.Solve(effect) * (degrees - k + 1) / ((double)degrees * k);
        return new CyclePattern(degrees > k ? 1 - FisherSnedecor.CDF(k, degrees - k + 1, f) : 1, result);
    }

    /// <summary>Contrasts and values of a day's records, less their means over the day.</summary>
    private static IEnumerable<(double[] X, double Y)> Centred(List<(int Part, double Value)> day, int k)
    {
        var x = day.ConvertAll(r => Contrasts(r.Part, k));
        double[] mean = [.. Enumerable.Range(0, k).Select(a => x.Average(row => row[a]))];
        var middle = day.Average(r => r.Value);
        return day.Select((r, i) => (x[i].Select((v, a) => v - mean[a]).ToArray(), r.Value - middle));
    }

    private static double[] Contrasts(int part, int k) =>
        [
            .. Enumerable
                .Range(1, k)
                .Select(a =>
                    part == a ? 1.0
                    : part == 0 ? -1
                    : 0
                ),
        ];
}
