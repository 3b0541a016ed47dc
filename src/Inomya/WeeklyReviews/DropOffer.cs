using Inomya.Vocabulary;

namespace Inomya.WeeklyReviews;

/// <summary>A question that need not be asked any more.</summary>
public sealed record DropOffer(Measure Measure, DropReason Reason);
