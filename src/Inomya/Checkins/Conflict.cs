namespace Inomya.Checkins;

/// <summary>
/// An answer that was given here and, since this form was made, another one elsewhere. Nobody but the person can say
/// which is right.
/// </summary>
/// <param name="Question">What was asked; null when it is about a medicine.</param>
/// <param name="Course">The course of the medicine.</param>
public sealed record Conflict(Question? Question, Guid? Course);
