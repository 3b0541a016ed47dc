namespace Inomya.Analysis;

/// <summary>A first-order autoregression on a wandering level, as errors may be.</summary>
/// <param name="Phi">Of the autoregression, whose innovations have variance 1.</param>
/// <param name="Wander">Variance of a day's step of the level, in the same unit; 0: it stays.</param>
/// <param name="LogPrior">Log of how likely the wandering is before looking; each φ is as likely as the next.</param>
internal readonly record struct ErrorStructure(double Phi, double Wander, double LogPrior)
{
    /// <summary>The grid of day-to-day carry-over; 1 would be the wandering level itself.</summary>
    private static readonly double[] Phis = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

    /// <summary>
    /// From none to a level that in a month moves by more than a day's error; steps of about five. Ours.
    /// </summary>
    private static readonly double[] Wanders = [0, 0.0004, 0.002, 0.01, 0.05];

    /// <summary>Every combination that is tried.</summary>
    /// <param name="wanderPrior">How likely each wandering is before looking, from none to the most.</param>
    public static ErrorStructure[] Grid(double[] wanderPrior) =>
        [
            .. Phis.SelectMany(phi =>
                Wanders.Zip(wanderPrior, (w, prior) => new ErrorStructure(phi, w, Math.Log(prior)))
            ),
        ];
}
