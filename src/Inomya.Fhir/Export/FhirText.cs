using System.Globalization;
using System.Text;
using Hl7.Fhir.Model;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Fhir;

/// <summary>Values of a journal as FHIR writes them.</summary>
internal static class FhirText
{
    public const string Ucum = "http://unitsofmeasure.org";

    /// <summary>
    /// Without the control signs that a FHIR string must not hold; null where nothing is left, since an empty one is no string.
    /// </summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!Rune.IsControl(rune) || rune.Value is '\t' or '\n' or '\r')
                clean.Append(rune);
        return string.IsNullOrWhiteSpace(clean.ToString()) ? null : clean.ToString();
    }

    /// <summary>In words alone; null for none.</summary>
    public static CodeableConcept? Words(string? text) =>
        Clean(text) is { } words ? new CodeableConcept { Text = words } : null;

    public static CodeableConcept Coded(string system, string code, string? display = null) =>
        new() { Coding = [new Coding(system, code, display)] };

    /// <summary>Null for a number that FHIR has no decimal for.</summary>
    public static decimal? Number(double? value) =>
        value is { } number
        && decimal.TryParse(
            number.ToString("R", CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var exact
        )
        && (double)exact == number
            ? exact
            : null;

    /// <param name="isUcum">Else the unit is only text.</param>
    public static Quantity Measured(decimal value, string? unit, bool isUcum) =>
        new()
        {
            Value = value,
            Unit = Clean(unit),
            System = isUcum && unit is not null ? Ucum : null,
            Code = isUcum ? unit : null,
        };

    public static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static FhirDateTime On(LocalDate day) => new(Day(day));

    public static string Moment(NodaTime.Instant at, DateTimeZone zone) =>
        OffsetDateTimePattern.Rfc3339.Format(at.InZone(zone).ToOffsetDateTime());

    /// <summary>An end before the start was not meant, and is left out.</summary>
    public static Hl7.Fhir.Model.Period Days(LocalDate start, LocalDate? end) =>
        new() { Start = Day(start), End = end is { } last && last >= start ? Day(last) : null };
}
