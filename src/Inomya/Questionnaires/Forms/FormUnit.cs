namespace Inomya.Questionnaires;

/// <summary>A unit that an answer may be given in.</summary>
/// <param name="System">Whose code it is, such as UCUM; null where there is no code.</param>
public sealed record FormUnit(string? Display, string? System, string? Code)
{
    /// <summary>What the person reads.</summary>
    public string Label => Display ?? Code ?? "";

    /// <summary>An amount in this unit. A code goes with its system only: by FHIR's rule it means nothing without.</summary>
    public QuantityAnswer Of(decimal amount) => new(amount, Label, System, System is null ? null : Code);
}
