namespace Inomya.Medicines;

/// <summary>How soon a finding should be talked about.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Worth asking about at the next chance.</summary>
    Caution,

    /// <summary>Ask before taking these together.</summary>
    Serious,

    /// <summary>Ask today, before the next dose.</summary>
    Urgent,
}
