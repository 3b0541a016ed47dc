using Inomya.Content;
using Inomya.Evidence;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Series;
using Inomya.Vocabulary;

namespace Inomya.Experiments;

/// <summary>Whether something may be tested by oneself.</summary>
public static class Candidate
{
    /// <summary>Why a treatment is refused; null when it may be tested.</summary>
    /// <remarks>
    /// Each medicine is refused unless its evidence card allows it, also one that nobody knows: it could have been
    /// prescribed.
    /// </remarks>
    public static TestRefusal? Refuses(
        Treatment treatment,
        EvidenceCatalogue cards,
        MedicineCatalogue medicines,
        DietGate diets
    )
    {
        if (RefusesText(treatment.Name, cards, medicines, diets) is { } refusal)
            return refusal;
        if (treatment.Kind == TreatmentKind.Diet && !diets.IsOpen)
            return TestRefusal.Food;
        return treatment.Kind == TreatmentKind.Medicine && !IsAllowed(treatment.Name, cards)
            ? TestRefusal.DoctorOnly
            : null;
    }

    /// <summary>Why what a person wrote is refused: a medicine that is hidden in other words is still one, and so is a diet.</summary>
    public static TestRefusal? RefusesText(
        string written,
        EvidenceCatalogue cards,
        MedicineCatalogue medicines,
        DietGate diets
    ) => RefusesMedicine(written, cards, medicines) ?? (diets.Closes(written) ? TestRefusal.Food : null);

    private static TestRefusal? RefusesMedicine(string written, EvidenceCatalogue cards, MedicineCatalogue medicines)
    {
        var found = cards.For(written);
        if (found.Any(c => c.OnOffTrial == OnOffTrial.DoctorOnly))
            return TestRefusal.DoctorOnly;
        if (found.Any(c => c.OnOffTrial == OnOffTrial.NotUseful))
            return TestRefusal.NotUseful;
        if (found.Count > 0)
            return null;
        return WordsOf(written).Any(w => IsMedicine(w, medicines) && !IsAllowed(w, cards))
            ? TestRefusal.DoctorOnly
            : null;
    }

    private static bool IsMedicine(string word, MedicineCatalogue medicines) =>
        medicines.Names.Read(word).Parts.Any(p => p.Substance.Kind == SubstanceKind.Medicine);

    /// <summary>Why a column of the findings is refused; null when a person can choose to have more or less of it.</summary>
    public static TestRefusal? Refuses(DayColumn column, DesignRules rules) =>
        FoodTags.TagOf(column.Key.Name) is not null ? TestRefusal.Food
        : column.Measure is { } measure ? Refuses(measure, rules)
        : null;

    /// <summary>The same of a measure.</summary>
    public static TestRefusal? Refuses(Measure measure, DesignRules rules) =>
        FoodTags.TagOf(measure.Id) is not null ? TestRefusal.Food
        : measure.Role is MeasureRole.Weather or MeasureRole.Menstrual || rules.NotSwitchable.Contains(measure.Id)
            ? TestRefusal.NotSwitchable
        : null;

    private static bool IsAllowed(string written, EvidenceCatalogue cards) =>
        cards.For(written) is { Count: > 0 } found && found.All(c => c.OnOffTrial == OnOffTrial.Allowed);

    /// <summary>The whole and each word of it: "my duloxetine in the evening" names a medicine.</summary>
    private static IEnumerable<string> WordsOf(string written) =>
        written
            .Split([' ', ',', '.', ';', ':', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 3)
            .Prepend(written);
}
