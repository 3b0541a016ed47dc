namespace Inomya.Questionnaires;

/// <summary>What happens when answers are missing.</summary>
public sealed class MissingRule
{
    /// <summary>all-required, mean-of-answered, domain-weight, mean-of-scale, three-valued.</summary>
    public string Rule { get; set; } = "all-required";

    /// <summary>How many may be missing.</summary>
    public int Allow { get; set; }

    /// <summary>published, policy (ours, where the publication has none) or memory.</summary>
    public string Basis { get; set; } = "policy";
    public string? Source { get; set; }
}
