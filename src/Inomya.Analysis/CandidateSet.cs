namespace Inomya.Analysis;

/// <summary>One factor's values, ready to be lagged: gaps filled for use as a cause, centred, in standard deviations.</summary>
internal sealed record PreparedFactor(
    string Name,
    FactorKind Kind,
    double[] Recorded,
    double[] Standardised,
    double Spread,
    bool PerOccurrence
)
{
    /// <summary>Turns an effect of one standard deviation into the unit that is reported.</summary>
    public double ReportedPerSpread => PerOccurrence ? 1 / Spread : 1;

    public int FirstLag => Kind == FactorKind.Reactive ? 1 : 0;

    public static PreparedFactor From(string name, FactorKind kind, double[] recorded)
    {
        // What follows the outcome must not be guessed from later days: they have the outcome in them.
        var filled =
            kind == FactorKind.Reactive
                ? GapFill.Forward(recorded, GapFill.Persistence(recorded, Moments.Mean(recorded)), recorded.Length)
                : GapFill.BothSides(recorded);
        double mean = Moments.Mean(filled),
            spread = Moments.Deviation(recorded);
        var standardised = Array.ConvertAll(filled, v => (v - mean) / spread);
        return new PreparedFactor(name, kind, recorded, standardised, spread, YesNo(recorded));
    }

    private static bool YesNo(double[] values) => Array.TrueForAll(values, v => double.IsNaN(v) || v is 0 or 1);
}

/// <summary>A factor at a delay.</summary>
internal readonly record struct Candidate(int Factor, int Lag);

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

    /// <summary>The lagged column; days before the record hold the mean (0).</summary>
    public void Fill(Candidate candidate, Span<double> into)
    {
        var x = Factors[candidate.Factor].Standardised;
        into[..Math.Min(candidate.Lag, into.Length)].Clear();
        if (into.Length > candidate.Lag)
            x.AsSpan(0, into.Length - candidate.Lag).CopyTo(into[candidate.Lag..]);
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
