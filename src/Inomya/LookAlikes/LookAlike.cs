using Inomya.Content;

namespace Inomya.LookAlikes;

/// <summary>
/// A condition that can be mistaken for chronic widespread pain, or stand beside it. Words: condition.ID, .what and
/// .ask.
/// </summary>
/// <param name="Group">Last part of condition-group.GROUP.</param>
/// <param name="See">How soon to bring it up: last part of condition-see.SEE.</param>
/// <param name="Clues">
/// What speaks for it; only what was seen in a source, or is a rule of this project that says so.
/// </param>
/// <param name="Tests">What helps to tell it apart; only what was seen in a source.</param>
/// <param name="Telling">
/// Ids of those of its tests that speak to this illness by themselves; a test that fits many illnesses is none of them.
/// </param>
/// <param name="AskWith">
/// What it takes to be worth asking about, where two clues are not enough; null for the usual rule.
/// </param>
public sealed record LookAlike(
    string Id,
    string Group,
    string See,
    IReadOnlyList<Clue> Clues,
    IReadOnlyList<ConditionTest> Tests,
    IReadOnlyList<string> Telling,
    AskRule? AskWith,
    IReadOnlyList<ContentSource> Sources
);

/// <summary>A sign that must be there, and how many other clues beside it.</summary>
public sealed class AskRule
{
    public string Sign { get; init; } = "";
    public int Others { get; init; }

    /// <summary>Key of the source.</summary>
    public string Source { get; init; } = "";
}

/// <summary>The red flag that a sign is when it is so now.</summary>
/// <param name="Flag">Its question among the red flags.</param>
/// <param name="More">A further question of it that the sign answers as well; null for none.</param>
public sealed record SignFlag(string Flag, string? More);

/// <summary>
/// One thing that speaks for a look-alike: a rule over what the person recorded. One of its kinds is given.
/// </summary>
public sealed class Clue
{
    /// <summary>A question the person answers with yes or no. Words: sign.ID.</summary>
    public string? Sign { get; init; }

    /// <summary>
    /// The newest result of this test lies on <see cref="Side"/> of its range (the laboratory's own, else the typical
    /// one), or is <see cref="AtMost"/> or less.
    /// </summary>
    public string? Lab { get; init; }

    public LabSide Side { get; init; }

    /// <summary>With <see cref="LabSide.High"/>: at so many times the upper end or more.</summary>
    public double? Times { get; init; }

    /// <summary>The result is this or less, whatever its range says; in <see cref="Unit"/> (UCUM).</summary>
    public double? AtMost { get; init; }

    public string? Unit { get; init; }

    /// <summary>One of these medicines or classes is taken now.</summary>
    public List<string> Medicine { get; init; } = [];

    /// <summary>
    /// A medicine that is taken now has one of these in its name; for medicines that the catalogue does not have.
    /// </summary>
    public List<string> Named { get; init; } = [];

    /// <summary>
    /// This measure was <see cref="AtLeast"/> or more on average over the last <see cref="Days"/> days, half of them
    /// recorded or more.
    /// </summary>
    public string? Measure { get; init; }

    public int Days { get; init; }

    /// <summary>
    /// Instrument, rule and score: the newest completed response scored <see cref="AtLeast"/> or more.
    /// </summary>
    public List<string> Score { get; init; } = [];

    public double AtLeast { get; init; }

    /// <summary>The person is this old, in years.</summary>
    public int? Age { get; init; }

    /// <summary>The person's story names one of these.</summary>
    public List<string> Story { get; init; } = [];

    /// <summary>Key of the source.</summary>
    public string Source { get; init; } = "";

    /// <summary>This alone is worth asking about; otherwise two clues are.</summary>
    public bool Strong { get; init; }

    /// <summary>
    /// It fits many people and many illnesses: it counts beside another clue, never two of its kind alone.
    /// </summary>
    public bool Background { get; init; }
}

/// <summary>Where a result must lie to speak for something.</summary>
public enum LabSide
{
    High,
    Low,
    Positive,
}

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

public enum TestKind
{
    Lab,
    Imaging,
    Examination,
    Questionnaire,
}
