namespace Inomya.Programmes;

/// <summary>What makes a programme rest by itself.</summary>
/// <remarks>Its words are <c>programmes.harm.ID</c> and <c>programmes.harm.ID.text</c>.</remarks>
public sealed class HarmRule
{
    public string Id { get; set; } = "";

    /// <summary>Ids of <see cref="GateSignal"/>: any of them.</summary>
    public List<string> Signals { get; set; } = [];

    /// <summary>Id of the gate whose yes says the same.</summary>
    public string Gate { get; set; } = "";

    /// <summary>Whom to call is shown with it.</summary>
    public bool Crisis { get; set; }
}
