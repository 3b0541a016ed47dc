namespace Inomya.Programmes;

/// <summary>What answered a gate with yes.</summary>
public enum GateReason
{
    /// <summary>The person.</summary>
    Answer,

    /// <summary>A condition on the person's list.</summary>
    Condition,

    /// <summary>What the journal shows by itself.</summary>
    Signal,
}
