using System.Text.Json;
using Hl7.Fhir.Model;
using Inomya.Content;
using Inomya.Journals;
using NodaTime;
using Appointment = Inomya.Journals.Appointment;

namespace Inomya.Fhir;

/// <summary>What a person plans to do, as CarePlan and Goal: a plan of movement, and what was agreed in a visit.</summary>
/// <param name="today">The person's day.</param>
internal sealed class FhirPlans(FhirPerson person, Words words, LocalDate today)
{
    /// <summary>Each plan of movement with its goal, the newest one as the one that holds.</summary>
    public IEnumerable<(Guid Id, Resource Resource)> OfMovement(IReadOnlyList<MovementPlan> plans)
    {
        var newest = plans.MaxBy(p => (p.Day, p.Id));
        foreach (var plan in plans)
        {
            var holds = plan == newest;
            var goal = Recorded.ImportId("fhir-goal", plan.Id.ToString());
            yield return (goal, GoalOf(plan, holds));
            yield return (plan.Id, PlanOf(plan, goal, holds));
        }
    }

    private Goal GoalOf(MovementPlan plan, bool holds) =>
        new()
        {
            Meta = FhirPerson.Reported(),
            LifecycleStatus = holds ? Goal.GoalLifecycleStatus.Active : Goal.GoalLifecycleStatus.Completed,
            Description = FhirText.Words(SayMovement(plan))!,
            Subject = person.Reference,
            Start = new Date(FhirText.Day(plan.Day)),
            ExpressedBy = person.Reference,
        };

    private CarePlan PlanOf(MovementPlan plan, Guid goal, bool holds)
    {
        var made = NewPlan(words["movement.title"], holds ? RequestStatus.Active : RequestStatus.Revoked);
        made.Period = FhirText.Days(plan.Day, null);
        made.Goal = [FhirBundleWriter.ReferenceTo(goal)];
        made.Activity = [ActivityOf(SayMovement(plan), StatusOf(plan, holds))];
        return made;
    }

    /// <summary>"Walking and the like: 3 times a week, 10 minutes on a bad day".</summary>
    public string SayMovement(MovementPlan plan) =>
        words[
            "ips.movement",
            ("kind", words[$"movement.kind.{JsonNamingPolicy.KebabCaseLower.ConvertName(plan.Kind.ToString())}"]),
            ("sessions", plan.Sessions),
            ("minutes", plan.BadDayMinutes)
        ];

    private CarePlan.CarePlanActivityStatus StatusOf(MovementPlan plan, bool holds) =>
        !holds ? CarePlan.CarePlanActivityStatus.Stopped
        : plan.Day > today ? CarePlan.CarePlanActivityStatus.Scheduled
        : CarePlan.CarePlanActivityStatus.InProgress;

    /// <summary>What was agreed in each visit, a plan a visit.</summary>
    public IEnumerable<(Guid Id, Resource Resource)> OfVisits(
        IEnumerable<Agreement> agreements,
        IReadOnlyDictionary<Guid, Appointment> visits
    ) =>
        from of in agreements.GroupBy(a => a.AppointmentId)
        let said = of.Where(a => FhirText.Clean(a.Text) is not null).OrderBy(a => a.Id).ToList()
        where said.Count > 0
        select (Recorded.ImportId("fhir-agreed", of.Key.ToString()), Agreed(said, visits.GetValueOrDefault(of.Key)));

    private Resource Agreed(List<Agreement> said, Appointment? visit)
    {
        var isOpen = said.Exists(a => a.State == AgreementState.Open);
        var made = NewPlan(
            visit is null ? words["visits.agreed"] : $"{words["visits.agreed"]}: {visit.With}",
            isOpen ? RequestStatus.Active : RequestStatus.Completed
        );
        made.Period = FhirText.Days(said.Min(a => a.Day), null);
        made.Activity = [.. said.Select(a => ActivityOf(a.Text, StatusOf(a.State)))];
        return made;
    }

    private static CarePlan.CarePlanActivityStatus StatusOf(AgreementState state) =>
        state switch
        {
            AgreementState.Done => CarePlan.CarePlanActivityStatus.Completed,
            AgreementState.Dropped => CarePlan.CarePlanActivityStatus.Cancelled,
            _ => CarePlan.CarePlanActivityStatus.NotStarted,
        };

    private static CarePlan.ActivityComponent ActivityOf(string text, CarePlan.CarePlanActivityStatus status) =>
        new()
        {
            Detail = new CarePlan.DetailComponent { Status = status, Description = FhirText.Clean(text) },
        };

    private CarePlan NewPlan(string title, RequestStatus status) =>
        new()
        {
            Meta = FhirPerson.Reported(),
            Status = status,
            Intent = CarePlan.CarePlanIntent.Plan,
            Title = FhirText.Clean(title),
            Subject = person.Reference,
            Author = person.Reference,
        };
}
