namespace Inomya.Flares;

/// <summary>One step for a flare.</summary>
public sealed class FlareStep
{
    /// <summary>Its words are <c>flare.step.ID</c> and <c>flare.step.ID.text</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Keys of <see cref="FlareSteps.Sources"/>.</summary>
    public List<string> Sources { get; set; } = [];
}
