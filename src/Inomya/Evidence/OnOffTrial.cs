namespace Inomya.Evidence;

/// <summary>Whether trying a treatment on and off by oneself makes sense and is safe.</summary>
public enum OnOffTrial
{
    Allowed,

    /// <summary>Has withdrawal effects or is prescribed: planned with a doctor or not at all.</summary>
    DoctorOnly,

    /// <summary>What it does stays too long, or is not of that kind.</summary>
    NotUseful,
}
