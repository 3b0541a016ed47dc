using YamlDotNet.Serialization;

namespace Inomya.Programmes;

/// <summary>How many minutes a step takes, about.</summary>
public sealed class StepMinutes
{
    public int Usual { get; set; }

    /// <summary>Of the form for a bad day.</summary>
    [YamlMember(Alias = "short")]
    public int OnBadDay { get; set; }
}
