using NodaTime;

namespace Inomya.Journals;

/// <summary>How tense the person was before and after a practice, where they said so.</summary>
public sealed record PracticeRating : Recorded
{
    /// <summary>Id of the <see cref="Intake"/> that says that it was done.</summary>
    public required Guid IntakeId { get; init; }

    public required LocalDate Day { get; init; }

    /// <summary>0 (calm) to 10 (as tense as can be); null when not rated.</summary>
    public double? Before { get; init; }

    /// <inheritdoc cref="Before"/>
    public double? After { get; init; }
}
