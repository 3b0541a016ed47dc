namespace Inomya.Analysis;

/// <summary>A factor at a delay.</summary>
internal readonly record struct Candidate(int Factor, int Lag);
