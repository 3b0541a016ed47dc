namespace Inomya.Analysis;

/// <summary>An effect's estimate under one error structure, one speed and some lasting shifts.</summary>
/// <param name="Mean">The estimate.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="LogWeight">Log of its weight, up to a constant.</param>
/// <param name="Shifts">Slots of the shifts; empty: none.</param>
internal readonly record struct ShiftedPart(double Mean, double Error, double LogWeight, int[] Shifts);
