namespace Inomya.Medicines;

/// <summary>Whose label speaks.</summary>
public enum LabelOf
{
    /// <summary>No label that was read says otherwise.</summary>
    Any,

    /// <summary>The country of the person.</summary>
    Here,

    /// <summary>Some countries; whether theirs is among them is not known.</summary>
    Elsewhere,
}
