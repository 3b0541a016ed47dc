namespace Inomya.Analysis;

/// <summary>Which factors have enough in them to be looked at.</summary>
internal static class FactorGate
{
    /// <summary>
    /// The factors that pass, in the roles' order; the others' reasons go to <paramref name="declined"/>.
    /// </summary>
    public static List<PreparedFactor> Pass(DayGrid grid, Roles roles, List<Declined>? declined)
    {
        var factors = new List<PreparedFactor>();
        foreach (var (name, kind) in roles.Factors.Where(f => MayExplain(f.Key, roles)))
        {
            var column = grid.Column(name);
            if (Refused(name, column) is { } refusal)
                declined?.Add(refusal);
            else
                factors.Add(PreparedFactor.From(name, kind, column!));
        }
        return factors;
    }

    /// <summary>The outcome, and what comes of the same illness, explain nothing.</summary>
    private static bool MayExplain(string name, Roles roles) =>
        !string.Equals(name, roles.Outcome, StringComparison.Ordinal)
        && !string.Equals(name, roles.BadDays, StringComparison.Ordinal)
        && !roles.OtherSymptoms.Contains(name, StringComparer.Ordinal);

    private static Declined? Refused(string name, double[]? column)
    {
        if (column is null)
            return new Declined(Analysed.Trigger, name, DeclineReason.NoSuchColumn);
        var days = Moments.Count(column);
        if (days == 0)
            return new Declined(Analysed.Trigger, name, DeclineReason.NothingRecorded, 0, Engine.FewestDays);
        if (Moments.Constant(column))
            return new Declined(Analysed.Trigger, name, DeclineReason.NeverVaries, days);
        return TooFew(name, column, days);
    }

    private static Declined? TooFew(string name, double[] column, int days)
    {
        if (days < Engine.FewestDays)
            return new Declined(Analysed.Trigger, name, DeclineReason.TooFewDays, days, Engine.FewestDays);
        var rarer = OffCommonest(column, days);
        return rarer < Engine.FewestOccurrences
            ? new Declined(Analysed.Trigger, name, DeclineReason.TooFewOccurrences, rarer, Engine.FewestOccurrences)
            : null;
    }

    /// <summary>
    /// Days off the commonest value: for yes/no the rarer answer, for anything else a guard against one lone value.
    /// </summary>
    private static int OffCommonest(double[] column, int days)
    {
        var sorted = Array.FindAll(column, v => !double.IsNaN(v));
        Array.Sort(sorted);
        int run = 1,
            longest = 1;
        for (var i = 1; i < sorted.Length; i++)
        {
            run = sorted[i] == sorted[i - 1] ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }
        return days - longest;
    }
}
