namespace Inomya.SupportPacks;

/// <summary>What an entry costs, as its source says; its words are support.costs.COSTS.</summary>
public enum SupportCosts
{
    Free,
    Members,

    /// <summary>The source does not say: never to be read as free.</summary>
    Unknown,
}
