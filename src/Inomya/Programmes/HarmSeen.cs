using NodaTime;

namespace Inomya.Programmes;

/// <summary>What the harm watch saw since a programme began or was gone on with.</summary>
/// <param name="Signal">The id of the signal; null where the person said it at a gate.</param>
/// <param name="Day">The day it was recorded for.</param>
public sealed record HarmSeen(HarmRule Rule, string? Signal, LocalDate Day);
