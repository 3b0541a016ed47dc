namespace Inomya.Food;

/// <summary>What the journal may know that closes a gate, whatever was answered to it.</summary>
public sealed class GateClosing
{
    public string Gate { get; set; } = "";

    /// <summary>Ids or classes of conditions.</summary>
    public List<string> Conditions { get; set; } = [];

    /// <summary>Ids or classes of medicines.</summary>
    public List<string> Medicines { get; set; } = [];
}
