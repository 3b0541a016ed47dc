using NodaTime;

namespace Inomya.Journals;

/// <summary>A self-experiment whose plan was locked. Only stopping it may make a new version.</summary>
public sealed record Experiment : Recorded
{
    /// <summary>The locked plan as JSON, to the byte.</summary>
    public required string Protocol { get; init; }

    /// <summary>
    /// SHA-256 of <see cref="Protocol"/> as UTF-8, in hexadecimal: a plan that was changed afterwards no longer fits
    /// it.
    /// </summary>
    public required string ProtocolHash { get; init; }

    /// <summary>The first day of the first block.</summary>
    public required LocalDate Start { get; init; }

    /// <summary>The last day that was kept; null unless the person stopped early.</summary>
    public LocalDate? StoppedOn { get; init; }

    /// <summary>Why it was stopped, in the person's words.</summary>
    public string? StopReason { get; init; }
}

/// <summary>Whether a day of an experiment went as the plan said.</summary>
public enum Adherence
{
    AsSaid,
    Otherwise,
}

/// <summary>How one day of an experiment went; a day without one was not recorded.</summary>
public sealed record ExperimentDay : Recorded
{
    public required Guid ExperimentId { get; init; }
    public required LocalDate Day { get; init; }
    public required Adherence Adherence { get; init; }
}

public enum ActivityKind
{
    Physical,
    Mental,
    Social,
    Emotional,

    /// <summary>A day on which the diary was kept and nothing cost effort; has 0 units.</summary>
    Rest,
}

/// <summary>Something that cost effort, in rough units of about half an hour of easy effort.</summary>
public sealed record Activity : Recorded
{
    public required LocalDate Day { get; init; }
    public required ActivityKind Kind { get; init; }
    public required double Units { get; init; }

    /// <summary>What it was, in the person's words.</summary>
    public string? Text { get; init; }
}

/// <summary>
/// What to do in a flare, thought out on a better day. One a person; each part in their own words, null while empty.
/// </summary>
public sealed record FlarePlan : Recorded
{
    public string? EarlySigns { get; init; }
    public string? FirstHour { get; init; }
    public string? FirstDay { get; init; }

    /// <summary>As agreed with the doctor.</summary>
    public string? Medicines { get; init; }
    public string? People { get; init; }
    public string? WorkMessage { get; init; }
    public string? SeekCare { get; init; }
    public string? WayBack { get; init; }
}
