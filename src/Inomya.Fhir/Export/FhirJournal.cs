using System.Runtime.CompilerServices;
using Hl7.Fhir.Model;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Questionnaires;
using Appointment = Inomya.Journals.Appointment;

namespace Inomya.Fhir;

/// <summary>The resources that a journal comes to, one at a time.</summary>
internal sealed class FhirJournal(Journal journal, ContentFolder content, Words words, FhirPerson person)
{
    private readonly FhirRecord _record = new(person, journal.Today);

    public async IAsyncEnumerable<(Guid Id, Resource Resource)> EachAsync(
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        IAsyncEnumerable<(Guid, Resource)>[] parts =
        [
            MedicinesAsync(stop),
            HistoryAsync(stop),
            PlansAsync(stop),
            LaboratoryAsync(stop),
            ResponsesAsync(stop),
            ToldAsync(stop),
            DaysAsync(stop),
        ];
        foreach (var part in parts)
        await foreach (var one in part)
            yield return one;
    }

    private async IAsyncEnumerable<(Guid, Resource)> MedicinesAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var treatments = (await journal.AllAsync<Treatment>(stop)).ToDictionary(t => t.Id);
        foreach (var course in await journal.AllAsync<Course>(stop))
            if (
                treatments.GetValueOrDefault(course.TreatmentId) is
                { Kind: TreatmentKind.Medicine or TreatmentKind.Supplement } medicine
            )
                yield return (course.Id, _record.OfCourse(course, medicine));
    }

    private async IAsyncEnumerable<(Guid, Resource)> HistoryAsync([EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var item in await journal.AllAsync<HistoryItem>(stop))
            if (item.Kind == HistoryKind.Condition && _record.OfCondition(item) is { } condition)
                yield return (item.Id, condition);
        foreach (var allergy in await journal.AllAsync<Allergy>(stop))
            if (_record.OfAllergy(allergy) is { } intolerance)
                yield return (allergy.Id, intolerance);
    }

    public async IAsyncEnumerable<(Guid Id, Resource Resource)> PlansAsync(
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var treatments = (await journal.AllAsync<Treatment>(stop)).ToDictionary(t => t.Id, t => t.Name);
        var names = (await journal.AllAsync<Course>(stop))
            .Where(c => treatments.ContainsKey(c.TreatmentId))
            .ToDictionary(c => c.Id, c => treatments[c.TreatmentId]);
        foreach (var enrolment in await journal.AllAsync<Enrolment>(stop))
            yield return (enrolment.Id, _record.OfEnrolment(enrolment, TitleOf(enrolment, names)));
        foreach (var plan in await journal.AllAsync<FlarePlan>(stop))
            yield return (plan.Id, _record.OfFlarePlan(plan, words["flare.title"]));
        await foreach (var plan in IntentionsAsync(stop))
            yield return plan;
    }

    /// <summary>Plans of movement, and what was agreed in visits.</summary>
    private async IAsyncEnumerable<(Guid, Resource)> IntentionsAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var plans = new FhirPlans(person, words, journal.Today);
        foreach (var movement in plans.OfMovement(await journal.AllAsync<MovementPlan>(stop)))
            yield return movement;
        var visits = (await journal.AllAsync<Appointment>(stop)).ToDictionary(v => v.Id);
        foreach (var agreed in plans.OfVisits(await journal.AllAsync<Agreement>(stop), visits))
            yield return agreed;
    }

    private static string TitleOf(Enrolment enrolment, Dictionary<Guid, string> names) =>
        enrolment.CourseId is { } course && names.TryGetValue(course, out var name) ? name : enrolment.Programme;

    private async IAsyncEnumerable<(Guid, Resource)> LaboratoryAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var laboratory = new FhirLaboratory(person, words["door.laboratory"]);
        await foreach (var result in journal.EachAsync<LabResult>(stop))
            yield return (result.Id, laboratory.Of(result));
        foreach (var (id, report) in laboratory.Reports())
            yield return (id, report);
    }

    private async IAsyncEnumerable<(Guid, Resource)> ResponsesAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var responses = new FhirResponses(new Instruments(content), await journal.AllAsync<OwnForm>(stop), person);
        var observations = await ObservationsOfAsync(stop);
        await foreach (var response in journal.EachAsync<Response>(stop))
            if (responses.Of(response) is { } read)
            {
                yield return (response.Id, read);
                foreach (var (id, score) in observations.OfScores(response))
                    yield return (id, score);
            }
    }

    private async IAsyncEnumerable<(Guid, Resource)> ToldAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var observations = await ObservationsOfAsync(stop);
        foreach (var flare in await journal.AllAsync<Flare>(stop))
            yield return (flare.Id, observations.OfFlare(flare));
        await foreach (var entry in journal.EachAsync<Entry>(stop))
            if (observations.OfEntry(entry) is { } told)
                yield return (entry.Id, told);
    }

    /// <summary>What devices measured, a value a day.</summary>
    private async IAsyncEnumerable<(Guid, Resource)> DaysAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var observations = await ObservationsOfAsync(stop);
        foreach (var source in await journal.SampleSourcesAsync(stop))
        foreach (var daily in await journal.DailyValuesAsync(source.Measure, stop))
            if (daily.SourceId == source.Id && observations.OfDay(daily, source) is { } measured)
                yield return (IdOf(daily, source), measured);
    }

    private async System.Threading.Tasks.Task<FhirObservations> ObservationsOfAsync(CancellationToken stop) =>
        new(journal, await journal.MeasuresAsync(new MeasureCatalogue(content), stop), words, person);

    private static Guid IdOf(DailyValue daily, SampleSource source) =>
        Recorded.ImportId("fhir-day", source.Measure, source.Device, FhirText.Day(daily.Day));
}
