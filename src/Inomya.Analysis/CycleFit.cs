using MathNet.Numerics.Distributions;

namespace Inomya.Analysis;

/// <summary>Whether the outcome differs between the parts of a repeating cycle. See docs/methods/time-patterns.md.</summary>
internal static class CycleFit
{
    private static readonly double[] Phis = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

    /// <summary>Records a part needs, and parts needed.</summary>
    private const int RecordsNeeded = 4,
        PartsNeeded = 2;

    /// <param name="y">Shape (days). NaN: not recorded.</param>
    /// <param name="part">Shape (days). Which part a day is in; negative: in none, left out.</param>
    /// <param name="others">Columns to hold fixed.</param>
    /// <param name="unit">Multiplies differences.</param>
    /// <returns>Null when fewer than two parts have four records, or too few records are left for an error.</returns>
    public static CyclePattern? Estimate(double[] y, int[] part, IReadOnlyList<double[]> others, double unit)
    {
        int[] rows = [.. Enumerable.Range(0, y.Length).Where(t => !double.IsNaN(y[t]) && part[t] >= 0)];
        var parts = rows.GroupBy(t => part[t])
            .Where(g => g.Count() >= RecordsNeeded)
            .Select(g => g.Key)
            .Order()
            .ToArray();
        rows = [.. rows.Where(t => parts.Contains(part[t]))];
        var degrees = rows.Length - parts.Length - others.Count - 1;
        if (parts.Length < PartsNeeded || degrees < 10)
            return null;

        var columns = new List<double[]> { Enumerable.Repeat(1.0, y.Length).ToArray() };
        columns.AddRange(others);
        foreach (var p in parts[1..])
            columns.Add([
                .. part.Select(x =>
                    x == p ? 1.0
                    : x == parts[0] ? -1
                    : 0
                ),
            ]);
        var gram = Phis.Select(phi => Fit(y, rows, columns, phi)).MaxBy(f => f.Evidence).Gram;
        return Describe(
            gram,
            parts,
            columns.Count,
            degrees,
            [.. parts.Select(p => rows.Count(t => part[t] == p))],
            unit
        );
    }

    private static (double Evidence, SweptGram Gram) Fit(double[] y, int[] rows, List<double[]> columns, double phi)
    {
        int p = columns.Count,
            n = rows.Length;
        var whitening = new GapWhitening(rows, phi);
        var white = new double[(p + 1) * n];
        for (var i = 0; i <= p; i++)
            whitening.Apply(i < p ? columns[i] : y, white.AsSpan(i * n, n));
        var gram = SweptGram.Of(white, n, [.. Enumerable.Repeat(1e-6, p), 0]);
        double logPivots = 0;
        for (var i = 0; i < p; i++)
        {
            logPivots += Math.Log(gram[i, i]);
            gram.Toggle(i);
        }
        return (
            whitening.LogDeterminant - 0.5 * logPivots - 0.5 * (n - p) * Math.Log(Math.Max(gram[p, p], 1e-12)),
            gram
        );
    }

    /// <summary>Coefficients of all parts but the first, which is minus their sum; F test that all are 0.</summary>
    private static CyclePattern Describe(
        SweptGram gram,
        int[] parts,
        int columns,
        int degrees,
        int[] counted,
        double unit
    )
    {
        int k = parts.Length - 1,
            first = columns - k;
        var variance = gram[columns, columns] / degrees;
        var half = StudentT.InvCDF(0, 1, degrees, 1 - 0.025 / parts.Length);
        var result = new List<PartOfCycle>();
        for (var i = 0; i <= k; i++)
        {
            double b = 0,
                square = 0;
            for (var j = 0; j < k; j++)
            {
                if (i > 0 && j != i - 1)
                    continue;
                b += (i == 0 ? -1 : 1) * gram[first + j, columns];
                for (var l = 0; l < k; l++)
                    if (i == 0 || l == i - 1)
                        square -= gram[first + j, first + l];
            }
            var error = Math.Sqrt(square * variance);
            result.Add(
                new PartOfCycle(parts[i], b * unit, (b - half * error) * unit, (b + half * error) * unit, counted[i])
            );
        }
        return new CyclePattern(JointP(gram, first, k, columns, degrees), result);
    }

    /// <summary>Taking the parts out again shows how much of the residual they explain.</summary>
    private static double JointP(SweptGram gram, int first, int k, int y, int degrees)
    {
        var with = gram[y, y];
        for (var j = first; j < first + k; j++)
            gram.Toggle(j);
        var f = Math.Max(gram[y, y] - with, 0) / k / (with / degrees);
        return 1 - FisherSnedecor.CDF(k, degrees, f);
    }
}
