namespace Inomya.Fhir;

/// <summary>An expression of a form went beyond what one form may ask for; it fails alone and is named.</summary>
public sealed class FormLimitException(string message) : Exception(message);
