namespace Inomya.Experiments;

/// <summary>Why something cannot be tested here.</summary>
public enum TestRefusal
{
    /// <summary>
    /// A medicine, or something with effects when it is stopped: planned with a doctor or not at all.
    /// </summary>
    DoctorOnly,

    /// <summary>What it does stays too long, or is not of that kind.</summary>
    NotUseful,

    /// <summary>Nobody can switch it on and off.</summary>
    NotSwitchable,

    /// <summary>
    /// What was eaten: left out and brought back as a food trial, whose questions come first, or not at all.
    /// </summary>
    Food,
}
