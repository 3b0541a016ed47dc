namespace Inomya.Programmes;

/// <summary>Something said aloud, and the silence after it.</summary>
/// <param name="Text">Sentences to be spoken; empty for a silence alone.</param>
/// <param name="PauseSeconds">Silence after it.</param>
public sealed record ListenPart(string Text, int PauseSeconds);
