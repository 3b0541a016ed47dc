using NodaTime;

namespace Inomya.Programmes;

/// <summary>A gate as it stands before a part.</summary>
/// <param name="Reason">What answered it with yes; null where nothing did.</param>
/// <param name="Signal">The id of the signal that did; null where none did.</param>
/// <param name="Answer">What the person said last, also where that is too long ago to hold; null for nothing.</param>
/// <param name="Day">The day on which they said it.</param>
public sealed record GateState(
    Gate Gate,
    GateStanding Standing,
    GateReason? Reason,
    string? Signal,
    bool? Answer,
    LocalDate? Day
)
{
    /// <summary>A yes that shows whom to call.</summary>
    public bool IsCrisis => Gate.Crisis && Reason is not null;
}
