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
        var filled = kind == FactorKind.Reactive ? FilledForward(recorded) : GapFill.BothSides(recorded);
        double mean = Moments.Mean(filled),
            spread = Moments.Deviation(recorded);
        var standardised = Array.ConvertAll(filled, v => (v - mean) / spread);
        return new PreparedFactor(name, kind, recorded, standardised, spread, YesNo(recorded));
    }

    /// <summary>What follows the outcome must not be guessed from later days: they have the outcome in them.</summary>
    private static double[] FilledForward(double[] recorded)
    {
        var phi = GapFill.Persistence(recorded, Moments.Mean(recorded));
        return GapFill.Forward(recorded, phi, recorded.Length);
    }

    private static bool YesNo(double[] values) => Array.TrueForAll(values, v => double.IsNaN(v) || v is 0 or 1);
}
