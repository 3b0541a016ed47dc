using System.Globalization;
using Hl7.Fhir.Model;
using Inomya.Importing;
using Inomya.Laboratory;

namespace Inomya.Fhir;

/// <summary>The value of an observation: a number with its unit, or words.</summary>
internal sealed record LabValue
{
    private const string Ucum = "http://unitsofmeasure.org";

    private static readonly LabValue None = new();

    public double? Number { get; private init; }
    public string? Comparator { get; private init; }
    public string? Text { get; private init; }
    public string? Unit { get; private init; }

    public bool IsNone => Number is null && Text is null;

    /// <param name="marks">How the texts of the file write fractions.</param>
    public static LabValue Of(DataType? value, DecimalMarks marks) =>
        value switch
        {
            Quantity { Value: { } number } quantity => Measured((double)number, quantity),
            Integer { Value: { } whole } => new LabValue { Number = whole },
            FhirString { Value: { Length: > 0 } text } => Written(text, marks),
            CodeableConcept concept when LabObservation.NameOf(concept) is { Length: > 0 } text => Said(text),
            Ratio { Numerator.Value: { } above, Denominator.Value: { } below } => Said(Titre(above, below)),
            FhirBoolean { Value: { } yes } => Said(yes ? "+" : "-"),
            _ => None,
        };

    /// <summary>The code of a unit counts where it says that it is UCUM; else what it is called.</summary>
    public static string? UnitOf(Quantity quantity) =>
        quantity.System == Ucum ? quantity.Code ?? quantity.Unit : quantity.Unit ?? quantity.Code;

    private static LabValue Measured(double number, Quantity quantity) =>
        new()
        {
            Number = number,
            Comparator = SignOf(quantity.Comparator),
            Unit = UnitOf(quantity),
        };

    /// <summary>A number in a text is one, as in a table; one that could be two stays the text.</summary>
    private static LabValue Written(string text, DecimalMarks marks) =>
        WrittenResult.Of(text, marks.Read) is { Number: { } number } written
            ? new()
            {
                Number = number,
                Comparator = written.Comparator,
                Unit = written.Unit,
            }
            : Said(text);

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
