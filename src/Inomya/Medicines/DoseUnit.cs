namespace Inomya.Medicines;

/// <param name="Code">UCUM.</param>
/// <param name="Dimension">"mass", "volume", "count", "arbitrary", …; only equal ones can be compared.</param>
/// <param name="Factor">How many of the dimension's smallest unit it holds.</param>
internal sealed record DoseUnit(string Code, string Dimension, double Factor);
