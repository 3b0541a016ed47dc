using Inomya.Content;

namespace Inomya.Programmes;

/// <summary>A yes-or-no question that is asked before a programme or a part of the app begins.</summary>
/// <remarks>Its words are <c>gate.ID.ask</c>, <c>gate.ID.why</c> and <c>gate.ID.instead</c>.</remarks>
public sealed class Gate
{
    public string Id { get; set; } = "";

    /// <summary>Ids of the parts that a yes closes.</summary>
    public List<string> Closes { get; set; } = [];

    /// <summary>Ids of the parts that open with a warning after a yes.</summary>
    public List<string> Cautions { get; set; } = [];

    /// <summary>An answer holds for so many days; then it is asked again.</summary>
    public int ValidDays { get; set; }

    /// <summary>Ids of the conditions of the medicine check that are a yes when the person listed them.</summary>
    public List<string> Conditions { get; set; } = [];

    /// <summary>Names among the conditions of the person's story that are a yes.</summary>
    public List<string> Words { get; set; } = [];

    /// <summary>Ids of <see cref="GateSignal"/>: what the journal may show by itself.</summary>
    public List<string> Signals { get; set; } = [];

    /// <summary>A yes shows whom to call.</summary>
    public bool Crisis { get; set; }

    /// <summary>Key of <see cref="Gates.Sources"/>.</summary>
    public string Source { get; set; } = "";

    public string Verified { get; set; } = Seen.Memory;

    /// <summary>Is it asked before this part?</summary>
    public bool IsAskedFor(string part) => Closes.Contains(part) || Cautions.Contains(part);
}
