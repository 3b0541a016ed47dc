namespace Inomya.Analysis;

/// <summary>What the two hidden states and the errors on top of them are like.</summary>
/// <param name="Phi">Carry-over of the errors, 0 up to, not including, 1.</param>
/// <param name="Lift">What a flare adds, in the residual's unit.</param>
/// <param name="Level">Mean of usual days.</param>
/// <param name="Variance">Of the errors' innovations.</param>
/// <param name="Start">Probability that a usual day is followed by a flare day.</param>
/// <param name="End">Probability that a flare day is followed by a usual day.</param>
internal readonly record struct FlareParameters(
    double Phi,
    double Lift,
    double Level,
    double Variance,
    double Start,
    double End
)
{
    /// <summary>Share of days in a flare in the long run.</summary>
    public double ShareOfDays => Start / (Start + End);

    /// <summary>Variance of the errors themselves.</summary>
    public double ErrorVariance => Variance / (1 - Phi * Phi);

    /// <summary>How much of an error is left so many days later.</summary>
    public double Decay(int days) => days == 1 ? Phi : Math.Pow(Phi, days);

    /// <summary>Variance of an error, given the one from which so much is left.</summary>
    public double VarianceAfter(double decay) => Variance * (1 - decay * decay) / (1 - Phi * Phi);

    /// <summary>One over that, in innovations.</summary>
    public double WeightAfter(double decay) => (1 - Phi * Phi) / (1 - decay * decay);

    /// <summary>Where one may be so many days later.</summary>
    public FlareMoves Moves(int days)
    {
        if (days == 1)
            return new FlareMoves(Start, End);
        var moved = (1 - Math.Pow(1 - Start - End, days)) / (Start + End);
        return new FlareMoves(Start * moved, End * moved);
    }
}
