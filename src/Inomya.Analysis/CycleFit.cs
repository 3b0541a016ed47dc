using MathNet.Numerics.Distributions;

namespace Inomya.Analysis;

/// <summary>Whether the outcome differs between the parts of a repeating cycle. See docs/methods/time-patterns.md.</summary>
internal static class CycleFit
{
    /// <summary>The grid of day-to-day carry-over: steps that evidence hardly tells apart. Ours.</summary>
    private static readonly double[] Phis = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

    /// <summary>Records a part needs, and parts needed.</summary>
    private const int RecordsNeeded = 4,
        PartsNeeded = 2;

    /// <summary>Of freedom, for an error.</summary>
    private const int FewestDegrees = 10;

    /// <param name="y">Shape (days). NaN: not recorded.</param>
    /// <param name="part">Shape (days). Which part a day is in; negative: in none, left out.</param>
    /// <param name="others">Columns to hold fixed.</param>
    /// <param name="unit">Multiplies differences.</param>
    /// <returns>Null when fewer than two parts have four records, or too few records are left for an error.</returns>
    public static CyclePattern? Estimate(double[] y, int[] part, IReadOnlyList<double[]> others, double unit)
    {
        int[] recorded = [.. Moments.RecordedSlots(y).Where(t => part[t] >= 0)];
        var parts = PartsIn(recorded, part);
        int[] rows = [.. recorded.Where(t => Array.Exists(parts, p => p.Number == part[t]))];
        var degrees = rows.Length - parts.Length - others.Count - 1;
        return parts.Length < PartsNeeded || degrees < FewestDegrees
            ? null
            : Describe(Likeliest(y, rows, Columns(part, others, parts)), parts, degrees, unit);
    }

    private static List<double[]> Columns(int[] part, IReadOnlyList<double[]> others, Part[] parts) =>
        [Array.ConvertAll(part, _ => 1.0), .. others, .. Contrasts(part, parts)];

    private static SweptGram Likeliest(double[] y, int[] rows, List<double[]> columns) =>
        Phis.Select(phi => Fit(y, rows, columns, phi)).MaxBy(f => f.Evidence).Gram;

    /// <summary>A part with enough records.</summary>
    private readonly record struct Part(int Number, int Counted);

    private static Part[] PartsIn(int[] recorded, int[] part) =>
        [
            .. recorded
                .GroupBy(t => part[t])
                .Select(g => new Part(g.Key, g.Count()))
                .Where(p => p.Counted >= RecordsNeeded)
                .OrderBy(p => p.Number),
        ];

    /// <summary>One column for each part but the first, which is -1 in all of them.</summary>
    private static IEnumerable<double[]> Contrasts(int[] part, Part[] parts)
    {
        return parts.Skip(1).Select(p => Array.ConvertAll(part, x => Contrast(x, p.Number)));

        double Contrast(int x, int number) =>
            x == number ? 1
            : x == parts[0].Number ? -1
            : 0;
    }

    private static (double Evidence, SweptGram Gram) Fit(double[] y, int[] rows, List<double[]> columns, double phi)
    {
        var whitening = new GapWhitening(rows, phi);
        double[] ridge = [.. Enumerable.Repeat(Tiny.NoPrior, columns.Count), 0];
        var gram = SweptGram.Of(whitening.Apply(columns, y), rows.Length, ridge);
        var evidence = whitening.LogDeterminant - 0.5 * SweepIn(gram);
        return (evidence - 0.5 * (rows.Length - columns.Count) * Math.Log(gram.Residual), gram);
    }

    /// <summary>All but the outcome; returns the summed logs of the pivots.</summary>
    private static double SweepIn(SweptGram gram)
    {
        double logPivots = 0;
        for (var i = 0; i < gram.Size - 1; i++)
        {
            logPivots += Math.Log(gram[i, i]);
            gram.Toggle(i);
        }
        return logPivots;
    }

    /// <summary>Coefficients of all parts but the first, which is minus their sum; F test that all are 0.</summary>
    private static CyclePattern Describe(SweptGram gram, Part[] parts, int degrees, double unit)
    {
        int y = gram.Size - 1,
            first = y - parts.Length + 1;
        var variance = gram[y, y] / degrees;
        var half = StudentT.InvCDF(0, 1, degrees, 1 - Interval95.Low / parts.Length);
        var described = parts.Select(One).ToList();
        return new CyclePattern(JointP(gram, first, degrees), described);

        PartOfCycle One(Part part, int i)
        {
            var (b, square) = i == 0 ? Summed(first, y, -1) : Summed(first + i - 1, first + i, 1);
            var error = Math.Sqrt(square * variance);
            return new PartOfCycle(
                part.Number,
                b * unit,
                (b - half * error) * unit,
                (b + half * error) * unit,
                part.Counted
            );
        }

        (double B, double Square) Summed(int from, int to, int sign)
        {
            double b = 0,
                square = 0;
            for (var j = from; j < to; j++)
            {
                b += sign * gram[j, y];
                for (var l = from; l < to; l++)
                    square -= gram[j, l];
            }
            return (b, square);
        }
    }

    /// <summary>Taking the parts out again shows how much of the residual they explain.</summary>
    private static double JointP(SweptGram gram, int first, int degrees)
    {
        int y = gram.Size - 1,
            parts = y - first;
        var with = gram[y, y];
        for (var j = first; j < y; j++)
            gram.Toggle(j);
        var f = Math.Max(gram[y, y] - with, 0) / parts / (with / degrees);
        return 1 - FisherSnedecor.CDF(parts, degrees, f);
    }
}
