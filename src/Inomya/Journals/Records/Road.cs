namespace Inomya.Journals;

/// <summary>How much of a programme a person goes through.</summary>
public enum Road
{
    /// <summary>The core steps alone, which are a whole programme.</summary>
    Core,

    /// <summary>The core steps and all that hang under them.</summary>
    Full,
}
