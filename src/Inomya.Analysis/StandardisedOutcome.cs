namespace Inomya.Analysis;

/// <summary>The outcome centred and in standard deviations, so that no later step sees the person's scale.</summary>
/// <remarks>Rounded far below what anyone can record: the same days on another scale give the same numbers to the last bit.</remarks>
internal sealed class StandardisedOutcome
{
    private const int Digits = 12;

    public StandardisedOutcome(double[] recorded)
    {
        (Recorded, Centre, Unit) = (recorded, Moments.Mean(recorded), Moments.Deviation(recorded));
        Values = Array.ConvertAll(recorded, Of);
    }

    public double[] Recorded { get; }
    public double Centre { get; }
    public double Unit { get; }
    public double[] Values { get; }

    /// <summary>A value of the person's scale; NaN stays NaN.</summary>
    public double Of(double recorded) => Math.Round((recorded - Centre) / Unit, Digits);
}
