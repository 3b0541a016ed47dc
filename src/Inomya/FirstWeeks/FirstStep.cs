namespace Inomya.FirstWeeks;

/// <summary>One small step of the first weeks.</summary>
public sealed class FirstStep
{
    /// <summary>Its words are <c>first-weeks.ID</c> and <c>first-weeks.ID.text</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>The day of the journal, from 1, on which it is first offered.</summary>
    public int FromDay { get; set; }

    /// <summary>Where it is done.</summary>
    public string Path { get; set; } = "";

    /// <summary>The fact that shows that it was done; "none" where the journal cannot tell.</summary>
    public string Done { get; set; } = "none";
}
