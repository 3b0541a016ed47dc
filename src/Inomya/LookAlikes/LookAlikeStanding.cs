namespace Inomya.LookAlikes;

/// <summary>Where a look-alike stands for this person. Never a probability.</summary>
public enum LookAlikeStanding
{
    /// <summary>The person wants to ask, or what was reported is worth asking about.</summary>
    Ask,

    /// <summary>No test that speaks to it was done, and nothing is worth asking about yet.</summary>
    NotLookedAt,

    /// <summary>A test that speaks to it was done; nobody has said that it is ruled out.</summary>
    Tested,

    /// <summary>The person was told that they have it.</summary>
    Known,

    /// <summary>The person was told that they do not have it.</summary>
    RuledOut,
}
