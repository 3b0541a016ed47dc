using Inomya.Analysis;
using Inomya.Series;

namespace Inomya.WhatHelped;

/// <summary>One outcome before and after.</summary>
/// <param name="Before">The days before the first one, those of the picture.</param>
/// <param name="After">The days from the first one on, those of the picture.</param>
/// <param name="Effect">
/// Null when it may not be told yet or there are too few days; then <paramref name="Declined"/> says why, if it was the
/// days.
/// </param>
public sealed record BeforeAndAfter(
    DayColumn Outcome,
    double[] Before,
    double[] After,
    TreatmentEffect? Effect,
    Declined? Declined
);
