namespace Inomya.Fhir;

/// <param name="Place">Link id of the item it stands on, or "form".</param>
public sealed record FailedExpression(string Place, string Why);
