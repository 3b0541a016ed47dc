using Inomya.Content;

namespace Inomya.FirstWeeks;

/// <summary>The small steps of the first weeks: content/first-weeks/steps.yaml.</summary>
public sealed class FirstSteps
{
    private const string File = "first-weeks/steps.yaml";

    /// <exception cref="ContentException">The file is missing or malformed, or its days do not rise.</exception>
    public static FirstSteps Read(ContentFolder content)
    {
        var read = content.Read<FirstSteps>(File);
        if (
            read.Steps.Zip(read.Steps.Skip(1)).FirstOrDefault(p => p.First.FromDay >= p.Second.FromDay) is
            { Second: { } late }
        )
            throw new ContentException(File, $"{late.Id} comes on no later day than the step before it");
        return read;
    }

    public string Rule { get; set; } = "";

    /// <summary>After so many days nothing is offered any more.</summary>
    public int Days { get; set; }

    /// <summary>In the order in which they are offered.</summary>
    public List<FirstStep> Steps { get; set; } = [];
}
