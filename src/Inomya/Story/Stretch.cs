using Inomya.Analysis;

namespace Inomya.Story;

/// <summary>A measure over a stretch of days.</summary>
/// <param name="Recorded">How many days, and their mean.</param>
/// <param name="Worst">The worst number of them; null where neither way is worse, or no day has a number.</param>
/// <param name="High">Days with a number at or beyond what is called high; null where nothing is.</param>
public sealed record Stretch(RecordEnd Recorded, double? Worst, int? High);
