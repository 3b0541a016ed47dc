namespace Inomya.Fhir;

/// <summary>Systems of our own in FHIR that we write, so that it is known again and nothing is lost when it comes back.</summary>
internal static class OwnSystem
{
    /// <summary>Identifiers of people.</summary>
    public const string Person = "urn:inomya:person";

    /// <summary>Identifiers of laboratory results: the id of the fact.</summary>
    public const string LabResult = "urn:inomya:lab-result";

    /// <summary>Codes of laboratory tests, as the journal calls them.</summary>
    public const string LabTest = "urn:inomya:lab-test";

    /// <summary>Codes of measures and scores.</summary>
    public const string Measure = "urn:inomya:measure";

    /// <summary>Before the name of the format that a fact came from.</summary>
    public const string Source = "urn:inomya:source:";
}
