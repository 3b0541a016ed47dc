using Inomya.Journals;
using NodaTime;

namespace Inomya.Function;

/// <summary>Counts of how activities went, from what was told of single days; nothing is filled in or judged.</summary>
/// <param name="From">The first day that is counted.</param>
/// <param name="To">The last one.</param>
/// <param name="DaysAnswered">Days on which any activity was answered.</param>
/// <param name="Counts">Each activity with an answer, in the order of content; what content no longer has comes last.</param>
public sealed record FunctionFile(LocalDate From, LocalDate To, int DaysAnswered, IReadOnlyList<FunctionCount> Counts)
{
    public int Days => Period.DaysBetween(From, To) + 1;

    /// <param name="told">All that was told, of any days.</param>
    public static FunctionFile Of(IEnumerable<FunctionDay> told, FunctionShelf shelf, LocalDate from, LocalDate to)
    {
        var inside = told.Where(d => d.Day >= from && d.Day <= to).ToList();
        var order = shelf.Activities.Select(a => a.Id).ToList();
        return new FunctionFile(
            from,
            to,
            inside.Select(d => d.Day).Distinct().Count(),
            [
                .. inside
                    .GroupBy(d => d.Activity)
                    .OrderBy(g => order.IndexOf(g.Key) is var place and >= 0 ? place : order.Count)
                    .ThenBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => CountOf(g.Key, [.. g], shelf)),
            ]
        );
    }

    /// <summary>The same over <see cref="MonthsOf"/> a form, up to the last day.</summary>
    public static FunctionFile Of(
        IEnumerable<FunctionDay> told,
        FunctionShelf shelf,
        FunctionForm form,
        LocalDate to
    ) => Of(told, shelf, to.PlusMonths(-MonthsOf(form)).PlusDays(1), to);

    /// <summary>A year, so that each season is in it. Ours.</summary>
    public const int UsualMonths = 12;

    /// <summary>So many months are counted for a form: all that it asks about, and never less than a year.</summary>
    public static int MonthsOf(FunctionForm form) => Math.Max(UsualMonths, form.Months ?? 0);

    /// <summary>Null where nothing was answered.</summary>
    public FunctionCount? Find(string activity) => Counts.FirstOrDefault(c => c.Activity == activity);

    private static FunctionCount CountOf(string activity, IReadOnlyList<FunctionDay> days, FunctionShelf shelf)
    {
        var marks = days.Select(d => d.ReadMarks()).ToList();
        return new FunctionCount(
            activity,
            days.Count,
            shelf.Ways.ToDictionary(w => w, w => days.Count(d => d.Way == w)),
            shelf.Marks.ToDictionary(
                m => m,
                m => (marks.Count(d => d.ContainsKey(m)), marks.Count(d => d.TryGetValue(m, out var yes) && !yes))
            ),
            days.Count(shelf.IsLimit)
        );
    }
}
