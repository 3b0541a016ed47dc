using Inomya.Journals;
using Inomya.Medicines;

namespace Inomya.Web.Medicines;

/// <summary>All that the medicine check looks at, at one time.</summary>
internal sealed record MedicinesOf(
    IReadOnlyList<Treatment> Treatments,
    IReadOnlyList<Course> Courses,
    PersonFacts Facts
)
{
    /// <summary>
    /// The same as it was before a change; later changes stay in, so that only what this one did is told apart.
    /// </summary>
    public async Task<MedicinesOf> BeforeAsync(Journal journal, Guid change)
    {
        var facts = await FactsBeforeAsync(journal, change);
        return new MedicinesOf(
            Without(Treatments, await journal.OfChangeAsync<Treatment>(change)),
            Without(Courses, await journal.OfChangeAsync<Course>(change)),
            facts
        );
    }

    private async Task<PersonFacts> FactsBeforeAsync(Journal journal, Guid change)
    {
        var allergies = await journal.OfChangeAsync<Allergy>(change);
        var items = await journal.OfChangeAsync<HistoryItem>(change);
        var conditions = items.TakenOut.Where(i => i.Kind == HistoryKind.Condition);
        return Facts with
        {
            Allergies = Without(Facts.Allergies, allergies.Written, allergies.TakenOut, a => a.Name),
            Conditions = Without(Facts.Conditions, items.Written, conditions, c => c.Text),
        };
    }

    private static IReadOnlyList<string> Without<T>(
        IReadOnlyList<string> now,
        IEnumerable<T> written,
        IEnumerable<T> takenOut,
        Func<T, string> nameOf
    ) => [.. now.Except(written.Select(nameOf)).Concat(takenOut.Select(nameOf))];

    private static IReadOnlyList<T> Without<T>(
        IReadOnlyList<T> now,
        (IReadOnlyList<T> Written, IReadOnlyList<T> TakenOut) change
    )
        where T : Recorded => [.. now.Where(f => change.Written.All(w => w.Id != f.Id)), .. change.TakenOut];
}
