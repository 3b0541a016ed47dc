namespace Inomya.Function;

/// <summary>One activity that forms ask about: the locale key function.activity.ID.</summary>
public sealed class FunctionActivity
{
    public string Id { get; set; } = "";

    /// <summary>Such as "moving": the locale key function.group.GROUP.</summary>
    public string Group { get; set; } = "";

    public string Source { get; set; } = "";
}
