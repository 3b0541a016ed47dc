namespace Inomya.Work;

/// <summary>What is hard at work or in learning: the locale key work.limitation.ID.</summary>
public sealed class Limitation
{
    public string Id { get; set; } = "";

    /// <summary>Ids of measures whose days can be counted for it; none where no measure is about it.</summary>
    public List<string> Measures { get; set; } = [];

    public string Source { get; set; } = "";
}
