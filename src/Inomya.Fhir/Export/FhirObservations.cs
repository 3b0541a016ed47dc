using System.Text.Json;
using Hl7.Fhir.Model;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;
using Coding = Hl7.Fhir.Model.Coding;
using Duration = NodaTime.Duration;
using Measure = Inomya.Vocabulary.Measure;

namespace Inomya.Fhir;

/// <summary>What was rated, counted, measured and scored, as Observations.</summary>
internal sealed class FhirObservations(Journal journal, MeasureList measures, Words words, FhirPerson person)
{
    private const string Categories = "http://terminology.hl7.org/CodeSystem/observation-category";
    private const string Loinc = "http://loinc.org";
    private const string Snomed = "http://snomed.info/sct";

    public static CodeableConcept Category(string code) => FhirText.Coded(Categories, code);

    /// <summary>Null for one that holds nothing that FHIR could say.</summary>
    public Observation? OfEntry(Entry entry)
    {
        var measure = measures.Find(entry.Measure);
        if (ValueOf(entry, measure) is not { } value)
            return null;
        var observation = Of(CodeOf(entry.Measure, measure), "survey", entry.Source);
        observation.Value = value;
        observation.Effective = entry.At is { } at ? new FhirDateTime(At(at)) : FhirText.On(entry.Day);
        if (entry.Region is { } region)
            observation.BodySite = FhirText.Words(words[$"region.{region}"]);
        if (entry.Scale is { } scale)
            observation.Method = FhirText.Words(scale.ToString());
        return observation;
    }

    /// <summary>One value of a local day, with the rule by which it was made of many.</summary>
    public Observation? OfDay(DailyValue daily, SampleSource source)
    {
        var measure = measures.Find(source.Measure);
        if (FhirText.Number(daily.Value) is not { } value)
            return null;
        var observation = Of(CodeOf(source.Measure, measure), "activity", null);
        observation.Value = FhirText.Measured(value, measure?.Unit, isUcum: IsBuiltIn(measure));
        observation.Effective = WholeDay(daily.Day);
        observation.Method = FhirText.Words(JsonNamingPolicy.KebabCaseLower.ConvertName(source.Rule.ToString()));
        if (FhirText.Clean(source.Device) is { } device)
            observation.Device = new ResourceReference { Display = device };
        return observation;
    }

    /// <summary>From midnight to midnight where the person then was.</summary>
    private Hl7.Fhir.Model.Period WholeDay(LocalDate day)
    {
        var calendar = journal.Days.Calendar;
        return new Hl7.Fhir.Model.Period
        {
            Start = At(calendar.StartOf(day)),
            End = At(calendar.StartOf(day.PlusDays(1)) - Duration.FromSeconds(1)),
        };
    }

    /// <summary>The scores that were told for a response.</summary>
    public IEnumerable<(Guid Id, Observation Observation)> OfScores(Response response)
    {
        if (response is not { Scores: { } written, Completed: true })
            yield break;
        using var scores = JsonDocument.Parse(written);
        foreach (var rule in scores.RootElement.EnumerateObject().Where(r => r.Value.ValueKind == JsonValueKind.Object))
        foreach (var score in rule.Value.EnumerateObject().Where(s => s.Value.ValueKind == JsonValueKind.Number))
            yield return (
                Recorded.ImportId("fhir-score", response.Id.ToString(), rule.Name, score.Name),
                OfScore(response, rule.Name, score.Name, score.Value.GetDecimal())
            );
    }

    private Observation OfScore(Response response, string rule, string score, decimal value)
    {
        var observation = Of(ScoreCode(response.Instrument, rule, score), "survey", response.Source);
        observation.Effective = FhirText.On(response.Day);
        observation.Value = FhirText.Measured(value, "{score}", isUcum: true);
        observation.DerivedFrom = [FhirBundleWriter.ReferenceTo(response.Id)];
        return observation;
    }

    public Observation OfFlare(Flare flare)
    {
        var observation = Of(FhirText.Words(words["flares.title"])!, "survey", null);
        observation.Effective = FhirText.Days(flare.Start, flare.End);
        if (FhirText.Number(flare.Worst) is { } worst)
            observation.Value = FhirText.Measured(worst, "{score}", isUcum: true);
        else
            observation.Value = new FhirBoolean(true);
        Note(observation, flare.Before);
        return observation;
    }

    private static CodeableConcept ScoreCode(string instrument, string rule, string score) =>
        new()
        {
            Coding = [new Coding(OwnSystem.Measure, $"{instrument}.{rule}.{score}")],
            Text = $"{instrument}: {score}",
        };

    private static void Note(Observation observation, string? text)
    {
        if (FhirText.Clean(text) is { } note)
            observation.Note = [new Annotation { Text = note }];
    }

    private Observation Of(CodeableConcept code, string category, string? source) =>
        new()
        {
            Meta = FhirPerson.Reported(source),
            Status = ObservationStatus.Final,
            Category = [Category(category)],
            Code = code,
            Subject = person.Reference,
            Performer = [person.Reference],
        };

    private string At(NodaTime.Instant at) => FhirText.Moment(at, journal.Days.ZoneAt(at));

    /// <summary>Codes of others only where content says that they were looked up; our own name always.</summary>
    private CodeableConcept CodeOf(string id, Measure? measure)
    {
        var concept = new CodeableConcept { Text = FhirText.Clean(measure is null ? id : words.NameOf(measure)) ?? id };
        foreach (var code in (measure?.Codes ?? []).Where(c => c.Verified))
            if (code.System is "loinc" or "snomed")
                concept.Coding.Add(new Coding(code.System == "loinc" ? Loinc : Snomed, code.Code));
        if (FhirText.Clean(id) is { } own)
            concept.Coding.Add(new Coding(OwnSystem.Measure, own.Trim()));
        return concept;
    }

    private static DataType? ValueOf(Entry entry, Measure? measure)
    {
        if (entry.Value is not { } value)
            return FhirText.Clean(entry.Text) is { } text ? new FhirString(text) : null;
        if (measure?.Kind == MeasureKind.YesNo && value is 0 or 1)
            return new FhirBoolean(value == 1);
        return FhirText.Number(value) is { } exact
            ? FhirText.Measured(exact, entry.Unit, IsBuiltIn(measure) && measure!.Unit == entry.Unit)
            : null;
    }

    /// <summary>The unit of a measure of a person's own is as they wrote it.</summary>
    private static bool IsBuiltIn(Measure? measure) => measure is { OwnName: null };
}
