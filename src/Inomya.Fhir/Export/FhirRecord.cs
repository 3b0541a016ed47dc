using System.Text.RegularExpressions;
using Hl7.Fhir.Model;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Fhir;

/// <summary>Medicines, conditions, allergies and plans, as the person told them.</summary>
/// <param name="today">The person's day.</param>
internal sealed partial class FhirRecord(FhirPerson person, LocalDate today)
{
    public const string ConditionClinical = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private const string ConditionVerification = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    public const string AllergyClinical = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";

    public MedicationStatement OfCourse(Course course, Treatment treatment) =>
        new()
        {
            Meta = FhirPerson.Reported(),
            Status = StatusOf(course),
            StatusReason = course.End < today && FhirText.Words(course.StopReason) is { } why ? [why] : [],
            Medication = FhirText.Words(treatment.Name) ?? new CodeableConcept { Text = treatment.Id.ToString() },
            Subject = person.Reference,
            InformationSource = person.Reference,
            Effective = FhirText.Days(course.Start, course.End),
            ReasonCode = FhirText.Words(treatment.Purpose) is { } purpose ? [purpose] : [],
            Dosage = [DosageOf(course, today)],
        };

    private MedicationStatement.MedicationStatusCodes StatusOf(Course course) =>
        course.Start > today ? MedicationStatement.MedicationStatusCodes.Intended
        : course.End < today ? MedicationStatement.MedicationStatusCodes.Completed
        : MedicationStatement.MedicationStatusCodes.Active;

    /// <summary>Null for one without words.</summary>
    public Condition? OfCondition(HistoryItem item) =>
        FhirText.Words(item.Text) is { } text
            ? new Condition
            {
                Meta = FhirPerson.Reported(),
                ClinicalStatus = FhirText.Coded(ConditionClinical, item.Until is null ? "active" : "resolved"),
                VerificationStatus = FhirText.Coded(ConditionVerification, "unconfirmed"),
                Code = text,
                Subject = person.Reference,
                Onset = WhenOf(item.Since),
                Abatement = WhenOf(item.Until),
                Recorder = person.Reference,
                Asserter = person.Reference,
            }
            : null;

    public AllergyIntolerance? OfAllergy(Allergy allergy) =>
        FhirText.Words(allergy.Name) is { } name
            ? new AllergyIntolerance
            {
                Meta = FhirPerson.Reported(),
                ClinicalStatus = FhirText.Coded(AllergyClinical, "active"),
                Code = name,
                Patient = person.Reference,
                Recorder = person.Reference,
                Asserter = person.Reference,
                Reaction = FhirText.Words(allergy.Reaction) is { } reaction
                    ? [new AllergyIntolerance.ReactionComponent { Manifestation = [reaction] }]
                    : [],
            }
            : null;

    /// <param name="title">What the programme is called.</param>
    public CarePlan OfEnrolment(Enrolment enrolment, string title) =>
        Plan(
            title,
            enrolment.EndedOn is not null ? RequestStatus.Completed
                : enrolment.PausedOn is not null ? RequestStatus.OnHold
                : RequestStatus.Active,
            enrolment.Start,
            enrolment.EndedOn
        );

    public CarePlan OfFlarePlan(FlarePlan plan, string title)
    {
        var made = Plan(title, RequestStatus.Active, null, null);
        string?[] parts = [plan.EarlySigns, plan.FirstHour, plan.FirstDay, plan.Medicines, plan.SeekCare, plan.WayBack];
        made.Description = FhirText.Clean(string.Join('\n', parts.Where(p => !string.IsNullOrWhiteSpace(p))));
        return made;
    }

    private CarePlan Plan(string title, RequestStatus status, LocalDate? start, LocalDate? end) =>
        new()
        {
            Meta = FhirPerson.Reported(),
            Status = status,
            Intent = CarePlan.CarePlanIntent.Plan,
            Title = FhirText.Clean(title),
            Subject = person.Reference,
            Author = person.Reference,
            Period = start is { } first ? FhirText.Days(first, end) : null,
        };

    private static Dosage DosageOf(Course course, LocalDate today)
    {
        var schedule = course.Schedule;
        var dosage = new Dosage { AsNeeded = new FhirBoolean(schedule.AsNeeded), Route = FhirText.Words(course.Route) };
        var on = course.End < today ? course.End.Value : today;
        if (FhirText.Number(schedule.DoseOn(on)) is { } dose)
            dosage.DoseAndRate =
            [
                new Dosage.DoseAndRateComponent { Dose = FhirText.Measured(dose, schedule.Unit, isUcum: false) },
            ];
        if (schedule is { AsNeeded: false, EveryDays: 1, Weekdays.Count: 0 } && TimesOf(schedule) is { } times)
            dosage.Timing = TimesADay(times);
        return dosage;
    }

    private static Timing TimesADay(int times) =>
        new()
        {
            Repeat = new Timing.RepeatComponent
            {
                Frequency = times,
                Period = 1,
                PeriodUnit = Timing.UnitsOfTime.D,
            },
        };

    /// <summary>Whole times a day; null where it is not told or broken.</summary>
    private static int? TimesOf(DoseSchedule schedule) =>
        schedule.Times.Count > 0 ? schedule.Times.Count
        : schedule.TimesPerDay is { } rate and >= 1 && rate == Math.Floor(rate) ? (int)rate
        : null;

    /// <summary>As exactly as the person knows: a year, month or day; in words where it is none of them.</summary>
    private static DataType? WhenOf(string? when) =>
        when is null ? null
        : Dated().IsMatch(when) ? new FhirDateTime(when)
        : FhirText.Clean(when) is { } text ? new FhirString(text)
        : null;

    [GeneratedRegex(@"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
    private static partial Regex Dated();
}
