namespace Inomya.Analysis;

/// <summary>
/// Lasting shifts of the level that nobody knows of: none, or one or a few at any of evenly spaced places, weighed by
/// evidence.
/// </summary>
/// <remarks>
/// Shifts are added one by one while all places together are likelier than none, the likeliest staying in. At each
/// stage every place's effect on every other coefficient follows from one sweep, so that trying all of them costs as
/// much as trying one.
/// </remarks>
internal sealed class UnknownShifts
{
    /// <summary>Prior precision of a shift's size, in innovations: its standard deviation is 1.8.</summary>
    public const double Precision = 1 / (1.8 * 1.8);

    /// <summary>Expected a year before looking, beside what is recorded.</summary>
    private const double ExpectedAYear = 0.2;

    /// <summary>The least between two places: a shift and one five days later are the same to evidence. Ours.</summary>
    private const int DaysBetween = 5;

    /// <summary>Places at most, and shifts in at once: each place costs a column of the sweep. Ours, for time.</summary>
    private const int MostPlaces = 80;
    private const int MostShifts = 4;

    private const double DaysOfYear = 365.25;

    private readonly int _days;
    private readonly int _degrees;
    private readonly int[] _slots;

    /// <param name="days">Of the record.</param>
    /// <param name="degrees">Of freedom of the residual.</param>
    public UnknownShifts(int days, int degrees)
    {
        (_days, _degrees) = (days, degrees);
        var spacing = Math.Max(DaysBetween, days / MostPlaces);
        _slots = [.. Enumerable.Range(1, Math.Max(0, days / spacing - 1)).Select(i => i * spacing)];
    }

    public int Count => _slots.Length;

    /// <summary>Shape (places) of shape (days): 0 before, 1 from the place on.</summary>
    public IEnumerable<double[]> Columns() =>
        _slots.Select(slot =>
        {
            var column = new double[_days];
            Array.Fill(column, 1, slot, _days - slot);
            return column;
        });

    private double LogRate => Math.Log(ExpectedAYear * _days / Math.Max(1, Count) / DaysOfYear);

    /// <summary>Adds each target's estimate without shifts and with each that may be.</summary>
    /// <param name="gram">
    /// Everything but shifts swept in; places from <paramref name="first"/> on, the outcome last. Changed.
    /// </param>
    /// <param name="first">Position of the first place.</param>
    /// <param name="evidence">Log evidence without shifts.</param>
    /// <param name="targets">Positions of the coefficients wanted.</param>
    /// <param name="into">Shape (targets).</param>
    public void Add(SweptGram gram, int first, double evidence, int[] targets, List<ShiftedPart>[] into)
    {
        int[] given = [];
        AddPlain(gram, evidence, targets, into);
        while (Count > 0 && given.Length < MostShifts)
        {
            var logs = Weigh(gram, first, evidence, given);
            AddShifted(gram, first, logs, given, targets, into);
            if (!AreLikelier(logs, evidence))
                return;
            var best = Array.IndexOf(logs, logs.Max());
            gram.Toggle(first + best);
            (evidence, given) = (logs[best], [.. given, _slots[best]]);
        }
    }

    /// <summary>One more shift at any of the places together, than none.</summary>
    private static bool AreLikelier(double[] logs, double evidence) => logs.Sum(l => Math.Exp(l - evidence)) > 1;

    private void AddPlain(SweptGram gram, double evidence, int[] targets, List<ShiftedPart>[] into)
    {
        for (var i = 0; i < targets.Length; i++)
        {
            var (mean, error) = Plain(gram, targets[i]);
            into[i].Add(new ShiftedPart(mean, error, evidence, []));
        }
    }

    private (double Mean, double Error) Plain(SweptGram gram, int target)
    {
        var error = Math.Sqrt(gram.Residual / _degrees * Math.Max(-gram[target, target], 0));
        return (gram[target, gram.Size - 1], error);
    }

    private void AddShifted(
        SweptGram gram,
        int first,
        double[] logs,
        int[] given,
        int[] targets,
        List<ShiftedPart>[] into
    )
    {
        foreach (var place in WorthAdding(logs))
        {
            int[] shifts = [.. given, _slots[place]];
            for (var i = 0; i < targets.Length; i++)
            {
                var (mean, error) = Shifted(gram, first + place, targets[i]);
                into[i].Add(new ShiftedPart(mean, error, logs[place], shifts));
            }
        }
    }

    private static IEnumerable<int> WorthAdding(double[] logs)
    {
        const double Negligible = 12;
        var floor = logs.Max() - Negligible;
        return Enumerable.Range(0, logs.Length).Where(place => logs[place] > floor);
    }

    /// <summary>A coefficient with one more column in, without sweeping it in.</summary>
    private (double Mean, double Error) Shifted(SweptGram gram, int column, int target)
    {
        var y = gram.Size - 1;
        var pull = gram[target, column] / gram[column, column];
        var variance = Math.Max(pull * gram[target, column] - gram[target, target], 0);
        var error = Math.Sqrt(ResidualWith(column, gram) / _degrees * variance);
        return (gram[target, y] - pull * gram[column, y], error);
    }

    private static double ResidualWith(int column, SweptGram gram)
    {
        var cross = gram[column, gram.Size - 1];
        return Math.Max(gram.Residual - cross * cross / gram[column, column], Tiny.ExactFit);
    }

    /// <summary>Log evidence of one more shift at each place; -infinity beside one that is in.</summary>
    private double[] Weigh(SweptGram gram, int first, double evidence, int[] given) =>
        [
            .. _slots.Select(
                (slot, place) =>
                    Array.Exists(given, g => Math.Abs(g - slot) <= 2 * DaysBetween)
                        ? double.NegativeInfinity
                        : EvidenceWith(first + place, gram, evidence)
            ),
        ];

    private double EvidenceWith(int column, SweptGram gram, double evidence)
    {
        var residual = ResidualWith(column, gram);
        return evidence
            + LogRate
            - 0.5 * Math.Log(gram[column, column] / Precision)
            - 0.5 * _degrees * Math.Log(residual / gram.Residual);
    }
}
