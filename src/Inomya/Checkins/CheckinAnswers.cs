using Inomya.Journals;

namespace Inomya.Checkins;

/// <summary>One question of a check-in: a measure, and a body region where it is asked by region.</summary>
public readonly record struct Question(string Measure, string? Region = null);

/// <summary>What a person answered for one day.</summary>
/// <remarks>
/// Only what was asked is touched: a question that is not in <see cref="Values"/> was not on the form and keeps its answer.
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

/// <summary>An answer that cannot be recorded.</summary>
/// <param name="Why">Last part of the locale key refused.WHY.</param>
public sealed record RefusedAnswer(Question Question, double Value, string Why);

/// <summary>An answer that was given here and, since this form was made, another one elsewhere. Nobody but the person can say which is right.</summary>
/// <param name="Question">What was asked; null when it is about a medicine.</param>
/// <param name="Course">The course of the medicine.</param>
public sealed record Conflict(Question? Question, Guid? Course);
