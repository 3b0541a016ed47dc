using System.Globalization;
using Hl7.Fhir.Model;

namespace Inomya.Fhir;

/// <summary>The value of an observation: a number with its unit, or words.</summary>
internal sealed record LabValue
{
    private static readonly LabValue None = new();

    public double? Number { get; private init; }
    public string? Comparator { get; private init; }
    public string? Text { get; private init; }
    public string? Unit { get; private init; }

    public bool IsNone => Number is null && Text is null;

    public static LabValue Of(DataType? value) =>
        value switch
        {
            Quantity { Value: { } number } quantity => Measured((double)number, quantity),
            Integer { Value: { } whole } => new LabValue { Number = whole },
            FhirString { Value: { Length: > 0 } text } => Said(text),
            CodeableConcept concept when LabObservation.NameOf(concept) is { Length: > 0 } text => Said(text),
            Ratio { Numerator.Value: { } above, Denominator.Value: { } below } => Said(Titre(above, below)),
            FhirBoolean { Value: { } yes } => Said(yes ? "+" : "-"),
            _ => None,
        };

    private static LabValue Measured(double number, Quantity quantity) =>
        new()
        {
            Number = number,
            Comparator = SignOf(quantity.Comparator),
            Unit = quantity.Code ?? quantity.Unit,
        };

    private static LabValue Said(string text) => new() { Text = LabObservation.Cut(text) };

    private static string Titre(decimal above, decimal below) =>
        string.Create(CultureInfo.InvariantCulture, $"{above}:{below}");

    private static string? SignOf(Quantity.QuantityComparator? comparator) =>
        comparator switch
        {
            Quantity.QuantityComparator.LessThan => "<",
            Quantity.QuantityComparator.LessOrEqual => "<=",
            Quantity.QuantityComparator.GreaterThan => ">",
            Quantity.QuantityComparator.GreaterOrEqual => ">=",
            _ => null,
        };
}
