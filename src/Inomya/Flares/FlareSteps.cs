using Inomya.Content;

namespace Inomya.Flares;

/// <summary>What the flare page shows while a person has no plan of their own: content/flares/steps.yaml.</summary>
public sealed class FlareSteps
{
    /// <exception cref="ContentException">The file is missing or malformed, or a step names a source that is not there.</exception>
    public static FlareSteps Read(ContentFolder content)
    {
        var read = content.Read<FlareSteps>(File);
        foreach (var step in read.Steps)
            if (step.Sources.FirstOrDefault(s => !read.Sources.ContainsKey(s)) is { } unknown)
                throw new ContentException(File, $"the step {step.Id} names the source {unknown}, which is not there");
        return read;
    }

    private const string File = "flares/steps.yaml";

    public string Grade { get; set; } = "";
    public string? ReviewedBy { get; set; }
    public string Licence { get; set; } = "";
    public Dictionary<string, ContentSource> Sources { get; set; } = [];

    /// <summary>In the order in which they are shown.</summary>
    public List<FlareStep> Steps { get; set; } = [];
}
