namespace Inomya.LookAlikes;

/// <summary>A test that tells look-alikes apart, and how to know it in what was recorded. Words: test.ID.</summary>
public sealed class ConditionTest
{
    public string Id { get; init; } = "";
    public TestKind Kind { get; init; }

    /// <summary>Ids of the tests of content/laboratory that it is.</summary>
    public List<string> Labs { get; init; } = [];

    /// <summary>LOINC codes of results that content/laboratory does not know.</summary>
    public List<string> Loinc { get; init; } = [];

    /// <summary>How laboratories and people write it; compared without case and accents, as whole words.</summary>
    public List<string> Names { get; init; } = [];

    /// <summary>A name with one of these words is another test.</summary>
    public List<string> Not { get; init; } = [];

    /// <summary>Instruments of this app that are this test.</summary>
    public List<string> Instruments { get; init; } = [];
}
