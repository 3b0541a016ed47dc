namespace Inomya.Questionnaires;

/// <summary>Something wrong with an answer.</summary>
/// <param name="Key">Last part of the locale key questionnaire.wrong.KEY.</param>
/// <param name="Limit">What was asked for, where there is a limit.</param>
public sealed record Wrong(Place Place, string Key, string? Limit = null);
