using System.Globalization;
using Hl7.Fhir.Model;
using Inomya.Laboratory;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Fhir;

/// <summary>What an observation says of itself, as text of the house.</summary>
internal static class LabObservation
{
    private const string LoincSystem = "http://loinc.org";
    private const int MostText = 200;

    public static string Cut(string text) => text.Length <= MostText ? text : text[..MostText];

    public static string NameOf(CodeableConcept? code) =>
        code?.Text ?? code?.Coding.Select(c => c.Display ?? c.Code).FirstOrDefault(d => d is not null) ?? "";

    public static string? CodeOf(CodeableConcept? code) =>
        code
            ?.Coding.Where(c => c.System == LoincSystem && c.Code is { } given && LoincCode.IsValid(given))
            .Select(c => c.Code)
            .FirstOrDefault();

    /// <summary>The day as written, in the zone it was written in; null where it is not exact to the day.</summary>
    public static LocalDate? DayOf(Observation observation) =>
        TimeOf(observation) is { Length: >= 10 } text
        && LocalDatePattern.Iso.Parse(text[..10]) is { Success: true, Value: var day }
            ? day
            : null;

    private static string? TimeOf(Observation observation) =>
        observation.Effective switch
        {
            FhirDateTime time => time.Value,
            Hl7.Fhir.Model.Period period => period.Start,
            Hl7.Fhir.Model.Instant instant => instant.JsonValue as string
                ?? instant.Value?.ToString("o", CultureInfo.InvariantCulture),
            _ => observation.Issued?.ToString("o", CultureInfo.InvariantCulture),
        };
}
