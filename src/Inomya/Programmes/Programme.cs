using Inomya.Content;

namespace Inomya.Programmes;

/// <summary>What a programme is, the same in every language: content/programmes/ID/programme.yaml.</summary>
public sealed class Programme
{
    public string Id { get; set; } = "";

    /// <summary>Goes up when steps come, go or change place.</summary>
    public int Version { get; set; }

    /// <summary>skills, sleep, movement, calm or food: also the part whose gates are asked before it starts.</summary>
    public string Kind { get; set; } = "";

    public Texts Title { get; set; } = [];
    public Texts Summary { get; set; } = [];
    public ProgrammeWeeks Weeks { get; set; } = new();

    /// <summary>Weeks after the end at which a booster is offered.</summary>
    public List<int> Boosters { get; set; } = [];

    public ProgrammeStart Start { get; set; } = new();

    /// <summary>Weeks after the first day at which it is said whether it helped.</summary>
    public List<int> JudgedAtWeeks { get; set; } = [];

    /// <summary>The column that is judged, such as "pain".</summary>
    public string Outcome { get; set; } = "";

    /// <summary>Ids of gates that are asked before it starts, besides those of the part.</summary>
    public List<string> Gates { get; set; } = [];

    /// <summary>Ids of tools of the app that belong to it.</summary>
    public List<string> Tools { get; set; } = [];

    public string Licence { get; set; } = "";

    /// <summary>Of what this file says; each step has its own.</summary>
    public Review Reviewed { get; set; } = new();

    public ProgrammeEvidence Evidence { get; set; } = new();
    public List<ProgrammeChapter> Chapters { get; set; } = [];
    public List<ContentSource> Sources { get; set; } = [];
}
