namespace Inomya.Journals;

/// <summary>What kind of movement; content/exercises tells each exercise's.</summary>
public enum MovementKind
{
    /// <summary>Walking and the like, by minutes.</summary>
    Aerobic,

    /// <summary>By sets and effort.</summary>
    Strength,
    Flexibility,

    /// <summary>In water, by minutes.</summary>
    Water,

    /// <summary>Slow and flowing, as in tai chi.</summary>
    TaiChi,

    /// <summary>Held positions, as in yoga.</summary>
    Yoga,
}
