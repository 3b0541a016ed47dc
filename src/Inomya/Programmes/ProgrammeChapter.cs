namespace Inomya.Programmes;

/// <summary>Steps that belong together, about a week of them.</summary>
public sealed class ProgrammeChapter
{
    public string Id { get; set; } = "";

    /// <summary>The week of the programme, from 1, in which it is meant to begin.</summary>
    public int Week { get; set; }

    public Texts Title { get; set; } = [];
}
