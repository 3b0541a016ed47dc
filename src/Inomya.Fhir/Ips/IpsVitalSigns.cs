using Hl7.Fhir.Model;
using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Fhir;

/// <summary>The last measured blood pressure, temperature and weight.</summary>
/// <remarks>
/// Codes and units: the vital signs profiles of HL7 FHIR R4 (hl7.org/fhir/R4/observation-vitalsigns.html). A mean of a
/// day's heart rate is no reading of the heart rate, so it is not called one.
/// </remarks>
internal sealed class IpsVitalSigns(Journal journal, FhirPerson person, Words words)
{
    private const string Systolic = "blood_pressure_systolic";
    private const string Diastolic = "blood_pressure_diastolic";

    private const string Weight = "body_weight";

    private static readonly (string Measure, string Loinc, string Unit)[] Single =
    [
        ("body_temperature", "8310-5", "Cel"),
        (Weight, "29463-7", "kg"),
    ];

    /// <param name="withWeight">Not while a person has put away all that is about weight.</param>
    public async Task<IReadOnlyList<(string Line, Guid Id, Observation Resource)>> ReadAsync(
        bool withWeight,
        CancellationToken stop
    )
    {
        var days = await DaysAsync(stop);
        return
        [
            .. Pressure(days) is { } pressure ? [pressure] : Array.Empty<(string, Guid, Observation)>(),
            .. from single in Single
            where withWeight || single.Measure != Weight
            let of = days[single.Measure]
            where of.Count > 0
            let day = of.Keys.Max()
            where FhirText.Number(of[day]) is not null
            select Of(
                words[$"measure.{single.Measure}"],
                day,
                single.Loinc,
                $"{words.Number(of[day])} {single.Unit}",
                FhirText.Measured(FhirText.Number(of[day])!.Value, single.Unit, isUcum: true)
            ),
        ];
    }

    /// <summary>The last day on which both numbers are known.</summary>
    private (string, Guid, Observation)? Pressure(Dictionary<string, Dictionary<LocalDate, double>> days)
    {
        var (high, low) = (days[Systolic], days[Diastolic]);
        var both = high.Keys.Where(low.ContainsKey).ToList();
        return both.Count == 0 ? null : Pressure(both.Max(), high[both.Max()], low[both.Max()]);
    }

    private (string, Guid, Observation)? Pressure(LocalDate day, double systolic, double diastolic)
    {
        if (FhirText.Number(systolic) is not { } high || FhirText.Number(diastolic) is not { } low)
            return null;
        var said = $"{words.Number(systolic)}/{words.Number(diastolic)} mm[Hg]";
        var told = Of(words["ips.blood-pressure"], day, "85354-9", said, null);
        told.Item3.Component = [Part("8480-6", high), Part("8462-4", low)];
        return told;
    }

    private static Observation.ComponentComponent Part(string loinc, decimal value) =>
        new()
        {
            Code = FhirText.Coded(IpsCodes.Loinc, loinc),
            Value = FhirText.Measured(value, "mm[Hg]", isUcum: true),
        };

    private (string, Guid, Observation) Of(string name, LocalDate day, string loinc, string value, Quantity? quantity)
    {
        var code = FhirText.Coded(IpsCodes.Loinc, loinc);
        code.Text = name;
        var observation = new Observation
        {
            Meta = FhirPerson.Reported(),
            Status = ObservationStatus.Final,
            Category = [FhirObservations.Category("vital-signs")],
            Code = code,
            Subject = person.Reference,
            Performer = [person.Reference],
            Effective = FhirText.On(day),
            Value = quantity,
        };
        var line = words["ips.line.on", ("name", name), ("value", value), ("day", day)];
        return (line, Recorded.ImportId("ips-vital", loinc, FhirText.Day(day)), observation);
    }

    /// <summary>By measure and day; what was typed goes before what a device measured on the same day.</summary>
    private async Task<Dictionary<string, Dictionary<LocalDate, double>>> DaysAsync(CancellationToken stop)
    {
        string[] measures = [Systolic, Diastolic, .. Single.Select(s => s.Measure)];
        var days = measures.ToDictionary(m => m, _ => new Dictionary<LocalDate, double>());
        foreach (var measure in measures)
        foreach (var daily in await journal.DailyValuesAsync(measure, stop))
            days[measure][daily.Day] = daily.Value;
        await foreach (var entry in journal.EachAsync<Entry>(stop))
            if (entry.Value is { } value && days.TryGetValue(entry.Measure, out var of))
                of[entry.Day] = value;
        return days;
    }
}
