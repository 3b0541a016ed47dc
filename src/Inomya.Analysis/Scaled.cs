namespace Inomya.Analysis;

/// <summary>The outcome centred and in standard deviations, so that no later step sees the person's scale.</summary>
internal sealed class Scaled
{
    public Scaled(double[] recorded)
    {
        (Centre, Unit) = (Moments.Mean(recorded), Moments.Deviation(recorded));
        Values = Array.ConvertAll(recorded, v => (v - Centre) / Unit);
    }

    public double Centre { get; }
    public double Unit { get; }
    public double[] Values { get; }
}
