namespace Inomya.Experiments;

/// <summary>What a person wants to find out, before it is locked.</summary>
public sealed record Plan
{
    public required string Question { get; init; }

    /// <summary>What is done on days with it, in the person's words.</summary>
    public required string With { get; init; }

    /// <summary>What is done on the other days.</summary>
    public required string Without { get; init; }

    /// <summary>Name of the column that is to get better.</summary>
    public required string Outcome { get; init; }

    public bool HigherIsWorse { get; init; } = true;

    /// <summary>Ends of the outcome's scale; null for what has none.</summary>
    public double? ScaleLow { get; init; }
    public double? ScaleTop { get; init; }

    /// <summary>The smallest improvement that matters to the person, in outcome units; above 0.</summary>
    public required double MinimalChange { get; init; }

    /// <summary>
    /// The improvement that the length is planned for, in outcome units; at least <see cref="MinimalChange"/>.
    /// </summary>
    public required double ExpectedEffect { get; init; }

    public required int BlockDays { get; init; }

    /// <summary>Days until it works.</summary>
    public int OnsetDays { get; init; }

    /// <summary>Days until it has gone.</summary>
    public int WashoutDays { get; init; }

    /// <summary>Another person prepares each block's packet, and the pages do not say what is in it.</summary>
    public bool Blinded { get; init; }

    /// <summary>
    /// Looked at after every pair, and over as soon as the limits fixed before the start say so; else always as long as
    /// planned.
    /// </summary>
    public bool MayEndEarly { get; init; }

    /// <summary>Id of the treatment that is tested, if it is one.</summary>
    public Guid? TreatmentId { get; init; }

    /// <summary>Name of the column that the suspicion came from, if it came from one.</summary>
    public string? Factor { get; init; }

    /// <summary>First days of each block that do not count, since what was done before may still work.</summary>
    public int SettleDays => Math.Max(OnsetDays, WashoutDays);
}
