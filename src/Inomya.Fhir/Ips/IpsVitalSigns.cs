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
        var found = new List<(string, Guid, Observation)>();
        if (Pressure(days) is { } pressure)
            found.Add(pressure);
        foreach (var (measure, loinc, unit) in Single.Where(s => withWeight || s.Measure != Weight))
            if (Last(days[measure]) is { } last)
                found.Add(Of(words[$"measure.{measure}"], last.Day, loinc, FhirText.Measured(last.Value, unit, true)));
        return found;
    }

    private static (LocalDate Day, decimal Value)? Last(Dictionary<LocalDate, double> days) =>
        days.Count > 0 && days.Keys.Max() is var day && FhirText.Number(days[day]) is { } value ? (day, value) : null;

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
        var told = Of(words["ips.blood-pressure"], day, "85354-9", null, said);
        told.Item3.Component = [Part("8480-6", high), Part("8462-4", low)];
        return told;
    }

    private static Observation.ComponentComponent Part(string loinc, decimal value) =>
        new()
        {
            Code = FhirText.Coded(IpsCodes.Loinc, loinc),
            Value = FhirText.Measured(value, "mm[Hg]", isUcum: true),
        };

    /// <param name="said">The value in words, where it is no single number.</param>
    private (string, Guid, Observation) Of(
        string name,
        LocalDate day,
        string loinc,
        Quantity? quantity,
        string? said = null
    )
    {
        var value = said ?? $"{words.Number((double)quantity!.Value!.Value)} {quantity.Unit}";
        var line = words["ips.line.on", ("name", name), ("value", value), ("day", day)];
        return (line, Recorded.ImportId("ips-vital", loinc, FhirText.Day(day)), SignOf(name, day, loinc, quantity));
    }

    private Observation SignOf(string name, LocalDate day, string loinc, Quantity? value) =>
        new()
        {
            Meta = FhirPerson.Reported(),
            Status = ObservationStatus.Final,
            Category = [FhirObservations.Category("vital-signs")],
            Code = new CodeableConcept(IpsCodes.Loinc, loinc, name),
            Subject = person.Reference,
            Performer = [person.Reference],
            Effective = FhirText.On(day),
            Value = value,
        };

    /// <summary>By measure and day; what was typed goes before what a device measured on the same day.</summary>
    private async Task<Dictionary<string, Dictionary<LocalDate, double>>> DaysAsync(CancellationToken stop)
    {
        string[] measures = [Systolic, Diastolic, .. Single.Select(s => s.Measure)];
        var days = measures.ToDictionary(m => m, _ => new Dictionary<LocalDate, double>());
        foreach (var measure in measures)
        foreach (var daily in await journal.DailyValuesAsync(measure, stop))
            days[measure][daily.Day] = daily.Value;
        await AddTypedAsync(days, stop);
        return days;
    }

    private async System.Threading.Tasks.Task AddTypedAsync(
        Dictionary<string, Dictionary<LocalDate, double>> days,
        CancellationToken stop
    )
    {
        await foreach (var entry in journal.EachAsync<Entry>(stop))
            if (entry.Value is { } value && days.TryGetValue(entry.Measure, out var of))
                of[entry.Day] = value;
    }
}
