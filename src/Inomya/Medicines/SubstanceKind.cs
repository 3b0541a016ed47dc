namespace Inomya.Medicines;

/// <summary>What sort of thing a name on a list stands for.</summary>
public enum SubstanceKind
{
    Medicine,
    Supplement,

    /// <summary>
    /// Something eaten, drunk or smoked that changes how medicines act: alcohol, grapefruit, tobacco.
    /// </summary>
    Habit,

    /// <summary>A state of the person that matters for a medicine: pregnancy, kidney disease.</summary>
    Condition,
}
