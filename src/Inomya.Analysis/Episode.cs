namespace Inomya.Analysis;

/// <summary>A flare: a run of bad days.</summary>
/// <param name="FromDay">First day, days since 1970-01-01.</param>
/// <param name="ToDay">Last day, included.</param>
/// <param name="Definition">Whose definition.</param>
/// <param name="Peak">Highest (worst) recorded value; NaN when no day of it was recorded.</param>
/// <param name="Probability">Mean daily probability of being in a flare; 1 for the person's own definition.</param>
public sealed record Episode(int FromDay, int ToDay, FlareDefinition Definition, double Peak, double Probability);
