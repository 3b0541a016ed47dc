using Inomya.Journals;
using Inomya.Medicines;

namespace Inomya.Food;

/// <summary>What the journal knows of a person that matters for food: groups of conditions and of medicines, allergies.</summary>
/// <param name="Conditions">Ids and classes of the conditions that go on.</param>
/// <param name="Medicines">Ids and classes of all that is taken today.</param>
/// <param name="Allergies">Name and reaction of each, as written.</param>
public sealed record KnownFacts(
    IReadOnlySet<string> Conditions,
    IReadOnlySet<string> Medicines,
    IReadOnlyList<string> Allergies
)
{
    public static async Task<KnownFacts> ReadAsync(
        Journal journal,
        MedicineCatalogue catalogue,
        CancellationToken stop = default
    )
    {
        var facts = await CurrentMedicines.FactsAsync(journal, stop);
        var taken = CurrentMedicines.Now(
            await CurrentMedicines.OnAsync(journal, journal.Today, catalogue, stop),
            journal.Today
        );
        var allergies = await journal.AllAsync<Allergy>(stop);
        return new KnownFacts(
            GroupsOf(facts.Conditions, catalogue),
            GroupsOf(taken.Select(m => m.Name), catalogue),
            [.. allergies.Select(a => $"{a.Name} {a.Reaction}")]
        );
    }

    private static HashSet<string> GroupsOf(IEnumerable<string> written, MedicineCatalogue catalogue) =>
        written
            .SelectMany(w => catalogue.Names.Read(w).Parts)
            .SelectMany(p => p.Substance.Groups)
            .ToHashSet(StringComparer.Ordinal);
}
