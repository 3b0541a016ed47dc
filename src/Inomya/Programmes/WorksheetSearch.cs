using Inomya.Journals;
using Inomya.Vocabulary;

namespace Inomya.Programmes;

/// <summary>Finds what a person wrote by the words that stand in it.</summary>
public static class WorksheetSearch
{
    /// <summary>The worksheets in which every word that was looked for stands, or begins, the newest first.</summary>
    /// <param name="query">Nothing finds all.</param>
    /// <param name="titleOf">What a worksheet's form is called.</param>
    public static IReadOnlyList<Worksheet> Find(
        IEnumerable<Worksheet> sheets,
        string? query,
        Func<Worksheet, string> titleOf
    )
    {
        var wanted = PlainWords.Of(query ?? "");
        return
        [
            .. sheets
                .Where(s => IsIn(wanted, PlainWords.Of($"{titleOf(s)} {string.Join(' ', s.Read().Values)}")))
                .OrderByDescending(s => s.Day)
                .ThenByDescending(s => s.Id),
        ];
    }

    private static bool IsIn(List<string> wanted, List<string> text) =>
        wanted.TrueForAll(w => text.Exists(t => t.StartsWith(w, StringComparison.Ordinal)));
}
