using Hl7.Fhir.Model;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Fhir;

/// <summary>What a file says of the person that decides which range is theirs.</summary>
/// <param name="Sex">"female" or "male"; null where it is neither or not known.</param>
/// <param name="Born">Null where it is not known to the day.</param>
internal sealed record LabPerson(string? Sex, LocalDate? Born)
{
    private static readonly Dictionary<string, string> Sexes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["248152002"] = "female",
        ["248153007"] = "male",
        ["female"] = "female",
        ["male"] = "male",
        ["f"] = "female",
        ["m"] = "male",
    };

    public static LabPerson Of(Patient? patient) =>
        new(
            patient?.Gender switch
            {
                AdministrativeGender.Female => "female",
                AdministrativeGender.Male => "male",
                _ => null,
            },
            patient?.BirthDate is { } born && LocalDatePattern.Iso.Parse(born) is { Success: true, Value: var day }
                ? day
                : null
        );

    /// <summary>How many things must be so before a range is somebody's.</summary>
    public static int Conditions(Observation.ReferenceRangeComponent range) =>
        range.AppliesTo.Count + (range.Age is null ? 0 : 1);

    /// <summary>The range is for everyone, or for people of whom this is surely one.</summary>
    public bool IsMeantBy(Observation.ReferenceRangeComponent range, LocalDate day) =>
        range.AppliesTo.TrueForAll(IsOne) && IsOfAge(range.Age, day);

    private bool IsOne(CodeableConcept group) =>
        Sex is not null
        && group
            .Coding.Select(c => c.Code)
            .Append(group.Text)
            .OfType<string>()
            .Any(c => Sexes.GetValueOrDefault(c) == Sex);

    private bool IsOfAge(Hl7.Fhir.Model.Range? ages, LocalDate day)
    {
        if (ages is null)
            return true;
        if (Born is not { } born || !IsInYears(ages.Low) || !IsInYears(ages.High))
            return false;
        var age = NodaTime.Period.Between(born, day, PeriodUnits.Years).Years;
        return !(age < (double?)ages.Low?.Value) && !(age > (double?)ages.High?.Value);
    }

    private static bool IsInYears(Quantity? age) =>
        age?.Value is null || (age.Code ?? age.Unit) is null or "a" or "y" or "yr" or "year" or "years";
}
