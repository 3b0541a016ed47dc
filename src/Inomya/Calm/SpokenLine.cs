namespace Inomya.Calm;

/// <summary>One line of what is spoken, and the silence after it.</summary>
/// <param name="Text">Plain sentences.</param>
/// <param name="Pause">Seconds of silence after it; 0 for none.</param>
public sealed record SpokenLine(string Text, int Pause);
