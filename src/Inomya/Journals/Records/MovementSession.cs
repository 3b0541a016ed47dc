using NodaTime;

namespace Inomya.Journals;

/// <summary>One session of movement. Days without one are not known to be days without movement.</summary>
public sealed record MovementSession : Recorded
{
    public required LocalDate Day { get; init; }
    public MovementKind Kind { get; init; }

    /// <summary>In minutes; null when not told.</summary>
    public double? Minutes { get; init; }

    /// <summary>How hard it felt, on the CR10 scale from 0 to 10; null when not told.</summary>
    public double? Effort { get; init; }

    /// <summary>Sets of each exercise, for strength; null when not told.</summary>
    public int? Sets { get; init; }

    /// <summary>Ids of the exercises, separated by commas; empty when none was told.</summary>
    public string Exercises { get; init; } = "";

    /// <summary>How it felt right after: last part of the locale key movement.after.AFTER; null when not told.</summary>
    public string? After { get; init; }

    /// <summary>How the next day or two were; null while nobody said.</summary>
    public NextDay? Next { get; init; }

    /// <summary>In the person's words.</summary>
    public string? Text { get; init; }
}
