namespace Inomya.Experiments;

/// <summary>What an experiment showed, by the rule that was locked before it began.</summary>
public enum Answer
{
    CannotTell,
    ProbablyHelps,
    ProbablyNot,
    ProbablyWorse,
}
