using Inomya.Journals;

namespace Inomya.Checkins;

/// <summary>What a person answered for one day.</summary>
/// <remarks>
/// Only what was asked is touched: a question that is not in <see cref="Values"/> was not on the form and keeps its
/// answer.
/// A question that was asked and left empty is <c>null</c>: what was recorded for it before is taken out.
/// </remarks>
public sealed record CheckinAnswers
{
    /// <summary>By question, the value on the measure's own scale and in its unit; null when left empty.</summary>
    public IReadOnlyDictionary<Question, double?> Values { get; init; } = new Dictionary<Question, double?>();

    /// <summary>By course, whether it was taken; null when left empty.</summary>
    public IReadOnlyDictionary<Guid, IntakeStatus?> Intakes { get; init; } = new Dictionary<Guid, IntakeStatus?>();

    /// <summary>The note was on the form.</summary>
    public bool NoteAsked { get; init; }

    public string? Note { get; init; }
}
