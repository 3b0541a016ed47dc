namespace Inomya.Analysis;

/// <summary>Every factor at every delay to be tested.</summary>
internal sealed class CandidateSet
{
    public CandidateSet(IReadOnlyList<PreparedFactor> factors, int maxLag)
    {
        Factors = factors;
        MaxLag = maxLag;
        All =
        [
            .. factors.SelectMany(
                (f, i) =>
                    Enumerable
                        .Range(f.FirstLag, Math.Max(0, maxLag - f.FirstLag + 1))
                        .Select(lag => new Candidate(i, lag))
            ),
        ];
    }

    public IReadOnlyList<PreparedFactor> Factors { get; }
    public int MaxLag { get; }
    public Candidate[] All { get; }

    /// <summary>Positions of a factor's candidates.</summary>
    public IReadOnlyList<int> DelaysOf(int factor) =>
        [.. Enumerable.Range(0, All.Length).Where(j => All[j].Factor == factor)];

    /// <summary>The lagged column; days before the record hold the mean (0).</summary>
    public void Fill(Candidate candidate, Span<double> into)
    {
        var x = Factors[candidate.Factor].Standardised;
        into[..Math.Min(candidate.Lag, into.Length)].Clear();
        if (into.Length > candidate.Lag)
            x.AsSpan(0, into.Length - candidate.Lag).CopyTo(into[candidate.Lag..]);
    }

    /// <summary>The same, each day keeping a share of the day before.</summary>
    public void Fill(Candidate candidate, Span<double> into, double carryOver)
    {
        Fill(candidate, into);
        if (carryOver > 0)
            for (var t = 1; t < into.Length; t++)
                into[t] += carryOver * into[t - 1];
    }

    /// <summary>Days with the outcome recorded and the factor recorded so many days before.</summary>
    public int DaysCounted(Candidate candidate, ReadOnlySpan<double> outcome)
    {
        var x = Factors[candidate.Factor].Recorded;
        var days = 0;
        for (var t = candidate.Lag; t < outcome.Length; t++)
            if (!double.IsNaN(outcome[t]) && !double.IsNaN(x[t - candidate.Lag]))
                days++;
        return days;
    }
}
