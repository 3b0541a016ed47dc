namespace Inomya.Questionnaires;

/// <summary>What must hold between the answers, as FHIRPath that is true where it does.</summary>
/// <param name="Human">What the form says to the person where it does not hold.</param>
/// <param name="IsError">Otherwise it is only said, and the form may be finished.</param>
public sealed record FormConstraint(string Key, string Expression, string Human, bool IsError);
