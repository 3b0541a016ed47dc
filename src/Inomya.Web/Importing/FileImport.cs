using Inomya.Importing;

namespace Inomya.Web.Importing;

/// <summary>A file that the person said to bring in, how far it came and what came of it.</summary>
/// <remarks>It stands on the disk beside the file, so that neither leaving the page nor a restart loses it.</remarks>
public sealed record FileImport
{
    public required Guid Id { get; init; }

    /// <summary>Whose journal it goes into.</summary>
    public required Guid Person { get; init; }

    /// <summary>When it was said, milliseconds since 1970: the order in which they are done and shown.</summary>
    public required long At { get; init; }

    /// <summary>As the person calls the file.</summary>
    public required string File { get; init; }

    /// <summary>Which person of a file that holds several.</summary>
    public string? Select { get; init; }

    /// <summary>What the columns mean, as <see cref="CsvMap.ToJson"/> writes it; null for a file that says so itself.</summary>
    public string? Map { get; init; }

    /// <summary>Is the file kept once it was taken in?</summary>
    public bool KeepsFile { get; init; }

    public ImportStage Stage { get; init; }

    /// <summary>How often it was begun and neither ended nor was put down.</summary>
    public int Starts { get; init; }

    /// <summary>Why it was refused or failed: the locale key of the sentence; null where it was not.</summary>
    public string? Why { get; init; }

    /// <summary>What stands for {detail} in that sentence.</summary>
    public string? Detail { get; init; }

    public int Added { get; init; }
    public int Same { get; init; }
    public int Changed { get; init; }

    /// <summary>The change that it made; null where nothing had to be written.</summary>
    public Guid? Change { get; init; }

    /// <summary>What the file held; null until it was read.</summary>
    public ImportTold? Told { get; init; }

    /// <summary>Is there still something to be done for it?</summary>
    internal bool IsUnderWay => Stage is ImportStage.Waiting or ImportStage.Running;

    /// <summary>The same submission is never written twice, whenever the app ended.</summary>
    internal string Key => $"import:{Id:N}";

    internal ImportOptions Options =>
        new()
        {
            Name = File,
            Select = Select is { Length: > 0 } who ? who : null,
            Map = Map is null ? null : CsvMap.Parse(Map),
        };
}
