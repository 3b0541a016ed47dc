namespace Inomya.LookAlikes;

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
