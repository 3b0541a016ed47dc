using NodaTime;

namespace Inomya.Journals;

/// <summary>A device's value for a stretch of time, before it has a journal.</summary>
public readonly record struct Reading(Instant Start, Instant End, double Value);
