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
        var allergies = await journal.OfChangeAsync<Allergy>(change);
        var conditions = await journal.OfChangeAsync<HistoryItem>(change);
        return new MedicinesOf(
            Without(Treatments, await journal.OfChangeAsync<Treatment>(change)),
            Without(Courses, await journal.OfChangeAsync<Course>(change)),
            Facts with
            {
                Allergies =
                [
                    .. Facts
                        .Allergies.Except(allergies.Written.Select(a => a.Name))
                        .Concat(allergies.TakenOut.Select(a => a.Name)),
                ],
                Conditions =
                [
                    .. Facts
                        .Conditions.Except(conditions.Written.Select(c => c.Text))
                        .Concat(conditions.TakenOut.Where(c => c.Kind == HistoryKind.Condition).Select(c => c.Text)),
                ],
            }
        );
    }

    private static IReadOnlyList<T> Without<T>(
        IReadOnlyList<T> now,
        (IReadOnlyList<T> Written, IReadOnlyList<T> TakenOut) change
    )
        where T : Recorded => [.. now.Where(f => change.Written.All(w => w.Id != f.Id)), .. change.TakenOut];
}
