namespace Inomya.Analysis;

/// <summary>A course's effect as it follows from the data.</summary>
/// <param name="Effect">In standard deviations of the outcome.</param>
/// <param name="Speed">Position of the likeliest of its curves.</param>
/// <param name="Parts">What the effect is mixed from.</param>
/// <param name="Correlations">Shape (courses): of the errors of this effect and each course's, itself included.</param>
internal sealed record CoursePosterior(
    Mixture Effect,
    int Speed,
    IReadOnlyList<ShiftedPart> Parts,
    double[] Correlations
)
{
    /// <summary>
    /// Probability of a lasting shift, nobody's doing, from so many days before a slot to as many after it.
    /// </summary>
    public double ShiftNear(int slot, int days)
    {
        var top = Parts.Count == 0 ? 0 : Parts.Max(p => p.LogWeight);
        double near = 0,
            all = 0;
        foreach (var part in Parts)
        {
            var weight = Math.Exp(part.LogWeight - top);
            all += weight;
            if (part.Shifts.Any(s => Math.Abs(s - slot) <= days))
                near += weight;
        }
        return all > 0 ? near / all : 0;
    }
}
