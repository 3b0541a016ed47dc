using NodaTime;

namespace Inomya.Journals;

public sealed partial class Journal
{
    /// <summary>The meals of a stretch of days, both ends included, in the order in which they were noted.</summary>
    public Task<IReadOnlyList<Meal>> MealsAsync(LocalDate? from, LocalDate? to, CancellationToken stop = default)
    {
        var (first, last) = (from ?? LocalDate.MinIsoValue, to ?? LocalDate.MaxIsoValue);
        return ReadAsync(
            rows =>
                rows.Current<Meal>()
                    .Where(m => m.Day >= first && m.Day <= last)
                    .OrderBy(m => m.Day)
                    .ThenBy(m => m.ChangeId)
                    .ThenBy(m => m.Id),
            stop
        );
    }

    /// <summary>The drinks of a stretch of days, both ends included, in the order in which they were noted.</summary>
    public Task<IReadOnlyList<Drink>> DrinksAsync(LocalDate? from, LocalDate? to, CancellationToken stop = default)
    {
        var (first, last) = (from ?? LocalDate.MinIsoValue, to ?? LocalDate.MaxIsoValue);
        return ReadAsync(
            rows =>
                rows.Current<Drink>()
                    .Where(d => d.Day >= first && d.Day <= last)
                    .OrderBy(d => d.Day)
                    .ThenBy(d => d.ChangeId)
                    .ThenBy(d => d.Id),
            stop
        );
    }
}
