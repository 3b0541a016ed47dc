using Inomya.Vocabulary;

namespace Inomya.Importing;

/// <summary>What the person said about a file.</summary>
public sealed record ImportOptions
{
    /// <summary>What the file is called; some formats say part of what they are by it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Id of the format; null to recognise it.</summary>
    public string? As { get; init; }

    /// <summary>Which person of a file that holds several.</summary>
    public string? Select { get; init; }

    /// <summary>What the columns of a table are; null for a format that says so itself.</summary>
    public CsvMap? Map { get; init; }

    /// <summary>What words of a diary stand for, such as a name someone gave a mood.</summary>
    public IReadOnlyDictionary<string, double> Words { get; init; } = new Dictionary<string, double>();

    /// <summary>Where the person's midnight was, for a file that gives hours; UTC where nothing is known.</summary>
    public DayClock Days { get; init; } = new(DayClock.UsualBoundary, [new ZoneSince(default, "Etc/UTC")]);
}
