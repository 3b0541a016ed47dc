using System.Globalization;
using Hl7.Fhir.Model;
using Inomya.Laboratory;
using Inomya.Vocabulary;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Fhir;

/// <summary>What an observation says of itself, as text of the house.</summary>
internal static class LabObservation
{
    private const string LoincSystem = "http://loinc.org";
    private const int MostText = 200;
    private const int DayLetters = 10;

    public static string Cut(string text) => text.Length <= MostText ? text : text[..MostText];

    public static string NameOf(CodeableConcept? code) =>
        code?.Text ?? code?.Coding.Select(c => c.Display ?? c.Code).FirstOrDefault(d => d is not null) ?? "";

    public static string? CodeOf(CodeableConcept? code) =>
        code
            ?.Coding.Where(c => c.System == LoincSystem && c.Code is { } given && LoincCode.IsValid(given))
            .Select(c => c.Code)
            .FirstOrDefault();

    /// <summary>When it was, as it is written; of the report it is in where it does not say; null for neither.</summary>
    public static string? TimeOf(Observation observation, LabHolder holder) =>
        Written(observation.Effective)
        ?? Written(holder.Effective)
        ?? (observation.Issued is { } issued ? Iso(issued) : holder.Issued);

    /// <summary>
    /// The day: of a moment that is given with its zone, where the person lived; else as it is written. Null where it is
    /// not exact to the day.
    /// </summary>
    public static LocalDate? DayOf(string? time, DayClock days)
    {
        if (time is not { Length: >= DayLetters })
            return null;
        if (OffsetDateTimePattern.ExtendedIso.Parse(time) is { Success: true, Value: var moment })
            return moment.ToInstant().InZone(days.ZoneAt(moment.ToInstant())).Date;
        return LocalDatePattern.Iso.Parse(time[..DayLetters]) is { Success: true, Value: var day } ? day : null;
    }

    public static string Iso(DateTimeOffset time) => time.ToString("o", CultureInfo.InvariantCulture);

    private static string? Written(DataType? effective) =>
        effective switch
        {
            FhirDateTime time => time.Value,
            Hl7.Fhir.Model.Period period => period.Start ?? period.End,
            Hl7.Fhir.Model.Instant instant => instant.JsonValue as string
                ?? (instant.Value is { } value ? Iso(value) : null),
            Timing timing => timing.Event.FirstOrDefault(),
            _ => null,
        };
}
