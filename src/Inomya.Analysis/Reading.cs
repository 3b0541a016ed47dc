namespace Inomya.Analysis;

/// <summary>One reading of the error structure, and the regression under it.</summary>
internal sealed record Reading(Dynamics Dynamics, double Phi, ModelSearch Search, Model Greedy, double Evidence);
