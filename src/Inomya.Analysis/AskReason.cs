namespace Inomya.Analysis;

/// <summary>What an answer about a factor would be good for.</summary>
public enum AskReason
{
    /// <summary>It goes with the outcome: each answer tells better how much.</summary>
    Found,

    /// <summary>A first sign of it was seen: answers make it surer or take it away.</summary>
    Sign,

    /// <summary>There are too few answers to look at it at all.</summary>
    TooFew,

    /// <summary>Whether it makes a difference worth knowing cannot be told yet.</summary>
    Open,

    /// <summary>A difference worth knowing is ruled out: more answers change nothing, as far as is known.</summary>
    RuledOut,
}
