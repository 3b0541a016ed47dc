namespace Inomya.Analysis;

/// <summary>One look after a pair.</summary>
/// <param name="Pair">Pairs that are over, with those that do not count.</param>
/// <param name="Counted">Pairs whose both blocks have a record.</param>
/// <param name="Errors">The mean improvement in its own errors; above 0 is better.</param>
/// <param name="Limit">So many errors would have ended it, either way.</param>
/// <param name="Improvement">
/// The improvement in outcome units, drawn towards 0 as the boundary says: an experiment that ends at its limit
/// overstates otherwise.
/// </param>
/// <param name="Lo">Lower end of its 95 % interval.</param>
/// <param name="Hi">Upper end of its 95 % interval.</param>
/// <param name="ProbabilityOfImprovement">That it is better at all.</param>
/// <param name="ProbabilityOfImportantImprovement">That it is better by the minimal change or more.</param>
/// <param name="Decision">What follows.</param>
public sealed record SequentialLook(
    int Pair,
    int Counted,
    double Errors,
    double Limit,
    double Improvement,
    double Lo,
    double Hi,
    double ProbabilityOfImprovement,
    double ProbabilityOfImportantImprovement,
    SequentialDecision Decision
);
