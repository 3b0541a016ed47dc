using Inomya.Journals;
using NodaTime;

namespace Inomya.WhatHelped;

/// <summary>One course of a treatment, or one stretch of days, and what came with it.</summary>
/// <param name="Treatment">Null for a stretch of days of the person's own.</param>
/// <param name="Course">When and how it was taken; null for a stretch of days.</param>
/// <param name="JudgeOn">The first day on which a verdict may be given.</param>
/// <param name="CardId">The evidence card that the clock is from; null where there is none.</param>
/// <param name="Others">What cannot be told apart from it.</param>
public sealed record Tried(
    Treatment? Treatment,
    Course? Course,
    LocalDate From,
    LocalDate? To,
    HelpStanding Standing,
    LocalDate JudgeOn,
    string? CardId,
    IReadOnlyList<string> Others,
    IReadOnlyList<BeforeAndAfter> Outcomes,
    IReadOnlyList<SideEffect> SideEffects,
    IReadOnlyList<Total> Costs
)
{
    /// <summary>
    /// Of what cannot be told apart, the one whose weeks without it would tell most; null where none would, and where
    /// it is a medicine. Not advice.
    /// </summary>
    public string? ToldBy { get; init; }

    /// <summary>
    /// Weeks without a medicine would tell most. Which one is not said: that would read like leave to go without it.
    /// </summary>
    public bool ToldByMedicine { get; init; }
}
