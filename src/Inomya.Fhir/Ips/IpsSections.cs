using Hl7.Fhir.Model;
using Inomya.Content;
using Inomya.Exports;
using Inomya.History;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Questionnaires;
using Inomya.Reports;
using Inomya.Series;
using Inomya.Story;
using Inomya.Treatments;

namespace Inomya.Fhir;

/// <summary>The sections of the patient summary, each with what was recorded for it.</summary>
internal sealed class IpsSections(Journal journal, ContentFolder content, Words words, FhirPerson person)
{
    private readonly FhirRecord _record = new(person, journal.Today);

    /// <summary>In the order of the document. One that may be left out and holds nothing is not there.</summary>
    /// <param name="areas">What the person gives out.</param>
    public async Task<IReadOnlyList<IpsSection>> ReadAsync(IReadOnlySet<SummaryArea> areas, CancellationToken stop)
    {
        var sections = new List<IpsSection>();
        foreach (var area in SummaryAreas.All)
            if (!areas.Contains(area) && IpsCodes.IsRequired(area))
                sections.Add(new IpsSection(area, [words["ips.withheld"]], []) { IsWithheld = true });
            else if (areas.Contains(area) && Kept(await OfAsync(area, stop)) is { } section)
                sections.Add(section);
        return sections;
    }

    /// <summary>Not recorded is not "none": where nothing stands, the section says that nothing is known.</summary>
    private IpsSection? Kept(IpsSection section) =>
        section.Lines.Count > 0 ? section
        : IpsCodes.IsRequired(section.Area)
            ? section with
            {
                Lines = [words[$"ips.none.{SummaryAreas.NameOf(section.Area)}"]],
                Entries = [new IpsAbsent(person).Of(section.Area)],
            }
        : null;

    private Task<IpsSection> OfAsync(SummaryArea area, CancellationToken stop) =>
        area switch
        {
            SummaryArea.Medicines => MedicinesAsync(stop),
            SummaryArea.Allergies => AllergiesAsync(stop),
            SummaryArea.Problems => ConditionsAsync(area, isOver: false, stop),
            SummaryArea.PastProblems => ConditionsAsync(area, isOver: true, stop),
            SummaryArea.Results => ResultsAsync(stop),
            SummaryArea.VitalSigns => VitalSignsAsync(stop),
            SummaryArea.Function => FunctionAsync(stop),
            SummaryArea.Plan => PlanAsync(stop),
            _ => StoryAsync(stop),
        };

    private static IpsSection Of(SummaryArea area, IReadOnlyList<(string Line, Guid Id, Resource Resource)> facts) =>
        new(area, [.. facts.Select(f => f.Line)], [.. facts.Select(f => (f.Id, f.Resource))]);

    /// <summary>What is taken now or will be; what has ended is in the whole record.</summary>
    private async Task<IpsSection> MedicinesAsync(CancellationToken stop)
    {
        var treatments = (await journal.AllAsync<Treatment>(stop)).ToDictionary(t => t.Id);
        return Of(
            SummaryArea.Medicines,
            [
                .. from course in await journal.AllAsync<Course>(stop)
                where course.End is null || course.End >= journal.Today
                let medicine = treatments.GetValueOrDefault(course.TreatmentId)
                where medicine is { Kind: TreatmentKind.Medicine or TreatmentKind.Supplement }
                orderby medicine.Name, course.Start
                select (
                    $"{medicine.Name}: {words.Line(course, medicine, journal.Today)}",
                    course.Id,
                    (Resource)_record.OfCourse(course, medicine)
                ),
            ]
        );
    }

    private async Task<IpsSection> AllergiesAsync(CancellationToken stop) =>
        Of(
            SummaryArea.Allergies,
            [
                .. from allergy in await journal.AllAsync<Allergy>(stop)
                let resource = _record.OfAllergy(allergy)
                where resource is not null
                select (Joined(allergy.Name, allergy.Reaction), allergy.Id, (Resource)resource),
            ]
        );

    private async Task<IpsSection> ConditionsAsync(SummaryArea area, bool isOver, CancellationToken stop)
    {
        var items = (await journal.AllAsync<HistoryItem>(stop)).Where(h => h.Kind == HistoryKind.Condition);
        return Of(
            area,
            [
                .. from item in HistoryText.InOrder(items.Where(h => h.Until is not null == isOver))
                let resource = _record.OfCondition(item)
                where resource is not null
                select (HistoryText.Sentence(words, item), item.Id, (Resource)resource),
            ]
        );
    }

    /// <summary>The newest result of each test.</summary>
    private async Task<IpsSection> ResultsAsync(CancellationToken stop)
    {
        var tests = new LabTests(content);
        var laboratory = new FhirLaboratory(person, words["door.laboratory"]);
        return Of(
            SummaryArea.Results,
            [
                .. from of in (await journal.AllAsync<LabResult>(stop)).GroupBy(r => words.NameOf(tests, r))
                orderby of.Key
                let last = of.MaxBy(r => (r.Day, r.Id))!
                select (
                    words["ips.line.on", ("name", of.Key), ("value", words.Say(last)), ("day", last.Day)],
                    last.Id,
                    (Resource)laboratory.Of(last)
                ),
            ]
        );
    }

    private async Task<IpsSection> VitalSignsAsync(CancellationToken stop)
    {
        var isPutAway = await FoodPutAway.IsAsync(journal, FoodTags.Read(content), stop);
        var signs = await new IpsVitalSigns(journal, person, words).ReadAsync(!isPutAway, stop);
        return Of(SummaryArea.VitalSigns, [.. signs.Select(s => (s.Line, s.Id, (Resource)s.Resource))]);
    }

    /// <summary>
    /// The last main score of each questionnaire, in words alone: for this section the standard has only what a
    /// clinician judged. What a report for others leaves out is left out here too.
    /// </summary>
    private async Task<IpsSection> FunctionAsync(CancellationToken stop)
    {
        var isPrivate = ReportRules.Read(content).PrivateInstruments.ToHashSet();
        var scores = PersonStory.ScoresOf(await journal.AllAsync<Response>(stop), new Instruments(content));
        return new IpsSection(
            SummaryArea.Function,
            [.. scores.Where(s => !isPrivate.Contains(s.Instrument.Id)).Select(Say)],
            []
        );
    }

    private string Say(ScoreChange score) =>
        words[
            "ips.line.on",
            ("name", NameOf(score)),
            ("value", words.Number(score.Last.Value)),
            ("day", score.Last.Response.Day)
        ];

    /// <summary>With its range and which way is good, where it has one.</summary>
    private string NameOf(ScoreChange score)
    {
        var name = words[$"instrument.{score.Instrument.Id}.name"];
        return score.Score.Range is [var low, var top] && score.Score.Better != Vocabulary.Better.Neither
            ? words[
                $"report.score.range.{(score.Score.Better == Vocabulary.Better.Lower ? "lower" : "higher")}",
                ("name", name),
                ("low", low),
                ("top", top)
            ]
            : name;
    }

    private async Task<IpsSection> PlanAsync(CancellationToken stop)
    {
        var plans = new List<(Guid Id, Resource Resource)>();
        await foreach (var plan in new FhirJournal(journal, content, words, person).PlansAsync(stop))
            plans.Add(plan);
        var entries = plans.FindAll(p => GoesOn(p.Resource));
        var goals = entries.SelectMany(e => ((CarePlan)e.Resource).Goal.Select(g => g.Reference)).ToHashSet();
        return new IpsSection(SummaryArea.Plan, [.. entries.Select(e => Say((CarePlan)e.Resource))], entries)
        {
            Beside = plans.FindAll(p => goals.Contains(FhirBundleWriter.AddressOf(p.Id))),
        };
    }

    private static bool GoesOn(Resource resource) =>
        resource is CarePlan { Status: RequestStatus.Active or RequestStatus.OnHold };

    private static string Say(CarePlan plan) =>
        Joined(
            plan.Title ?? "",
            string.Join(
                "; ",
                plan.Activity.Select(a => a.Detail?.Description)
                    .Prepend(plan.Description?.Replace('\n', ' '))
                    .Where(t => t is not null)
            )
        );

    /// <summary>The person's own words about how it began and what makes it better or worse.</summary>
    private async Task<IpsSection> StoryAsync(CancellationToken stop)
    {
        HistoryKind[] told =
        [
            HistoryKind.Onset,
            HistoryKind.Event,
            HistoryKind.Cause,
            HistoryKind.Worse,
            HistoryKind.Better,
            HistoryKind.Tried,
        ];
        var items = (await journal.AllAsync<HistoryItem>(stop)).Where(h => told.Contains(h.Kind));
        return new IpsSection(
            SummaryArea.Story,
            [.. HistoryText.Write(words, items).Select(s => $"{s.Heading}: {string.Join(' ', s.Sentences)}")],
            []
        );
    }

    private static string Joined(string name, string? more) =>
        string.IsNullOrWhiteSpace(more) ? name : $"{name}: {more}";
}
