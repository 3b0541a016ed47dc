using NodaTime;

namespace Inomya.Medicines;

/// <summary>
/// Checks a list of medicines, supplements and habits against the rules of content/interactions, offline.
/// </summary>
/// <remarks>
/// What it finds is for a talk with a pharmacist or doctor; finding nothing is no clearance. The order of the list does
/// not matter, and a longer list never has fewer findings: a finding keeps its rule, keeps its names (it may gain some)
/// and never weighs less. The method, and what it cannot see, is in docs/methods/medicine-check.md.
/// </remarks>
public sealed class MedicineCheck(MedicineCatalogue catalogue)
{
    /// <summary>What looks like a slip of the keys in one entry, to be asked before it is kept.</summary>
    public IReadOnlyList<MedicineFinding> Slips(Medicine medicine, LocalDate on)
    {
        var reader = new ListReader(catalogue, on);
        reader.Read([medicine], PersonFacts.Unknown);
        return
        [
            .. SlipFindings
                .Of(catalogue.Rules, reader.Taken, catalogue.Units)
                .Where(f => f.Severity > Severity.Caution),
        ];
    }

    /// <summary>What there is to talk about, the most pressing first.</summary>
    /// <param name="on">The person's day; durations and washout times are counted to it.</param>
    public IReadOnlyList<MedicineFinding> Check(
        IReadOnlyList<Medicine> medicines,
        LocalDate on,
        PersonFacts? person = null
    )
    {
        person ??= PersonFacts.Unknown;
        var reader = new ListReader(catalogue, on);
        reader.Read(medicines, person);
        var found = NameFindings
            .Of(reader.Doubts)
            .Concat(NameFindings.OfConditions(reader.UnknownConditions))
            .Concat(Together(reader, person))
            .Concat(HowMuch(reader, on, person))
            .Concat(Effects(reader.All, person));
        return [.. MostPressingFirst(found)];
    }

    /// <summary>What does not go with the person, or with something else on the list.</summary>
    private IEnumerable<MedicineFinding> Together(ListReader list, PersonFacts person)
    {
        var rules = catalogue.Rules;
        var combinations = new CombinationFindings(
            catalogue.Roles,
            list.All,
            new SumOfDay(list.Taken, catalogue.Units)
        );
        return AllergyFindings
            .Of(catalogue, list.Taken, person.Allergies)
            .Concat(combinations.Of(rules.Combinations, person.AgeYears))
            .Concat(new DuplicateFindings(rules.Duplicates, list.Taken).Of());
    }

    /// <summary>Too much of one thing, for too long or too often.</summary>
    private IEnumerable<MedicineFinding> HowMuch(ListReader list, LocalDate on, PersonFacts person)
    {
        var rules = catalogue.Rules;
        return new AmountFindings(rules, list, catalogue.Units)
            .Of(person)
            .Concat(DurationFindings.Of(rules.Durations, list.Taken, on, person.Country))
            .Concat(SlipFindings.Of(rules, list.Taken, catalogue.Units));
    }

    /// <summary>What the list does to the person, whatever the amounts.</summary>
    private IEnumerable<MedicineFinding> Effects(IReadOnlyList<Listed> all, PersonFacts person) =>
        BurdenFindings
            .Of(catalogue.Rules.Burdens, all)
            .Concat(NoteFindings.Of(catalogue.Rules.Notes, all, person.AgeYears));

    private static IEnumerable<MedicineFinding> MostPressingFirst(IEnumerable<MedicineFinding> found) =>
        found
            .OrderByDescending(f => f.Severity)
            .ThenBy(f => f.Kind)
            .ThenBy(f => f.Rule, StringComparer.Ordinal)
            .ThenBy(f => string.Join('\n', f.Between), StringComparer.Ordinal);
}
