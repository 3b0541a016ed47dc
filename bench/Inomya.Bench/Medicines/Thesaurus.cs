using System.Text.Json;
using Inomya.Medicines;

namespace Inomya.Bench.Medicines;

/// <summary>
/// Pairs of substances that a thesaurus nobody here wrote says something about: the yardstick of the medicine check.
/// </summary>
internal static class Thesaurus
{
    /// <summary>Most severe first: contraindicated, advised against, precaution, to be considered.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["CI", "AD", "PE", "PC"];

    /// <exception cref="FormatException">A row lacks a part, or a level is not one of the four.</exception>
    public static IReadOnlyList<ThesaurusPair> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("rows").EnumerateArray().SelectMany(r => Pairs(r, path))];
    }

    /// <summary>Whether a list of the two, each by its name, gives a finding that names both.</summary>
    public static bool IsTold(MedicineCatalogue catalogue, MedicineCheck check, ThesaurusPair pair) =>
        Found(catalogue, check, pair).Any();

    /// <summary>The findings that name both, most pressing first.</summary>
    public static IEnumerable<MedicineFinding> Found(
        MedicineCatalogue catalogue,
        MedicineCheck check,
        ThesaurusPair pair
    )
    {
        var (first, second) = (Name(catalogue, pair.First), Name(catalogue, pair.Second));
        return check
            .Check(
                [new Medicine { Name = first }, new Medicine { Name = second, Entry = 2 }],
                new NodaTime.LocalDate(2026, 11, 28)
            )
            .Where(f => f.Between.Contains(first) && f.Between.Contains(second));
    }

    private static string Name(MedicineCatalogue catalogue, string id) =>
        catalogue.Find(id)?.Name ?? throw new FormatException($"the thesaurus names '{id}', which is no substance");

    private static IEnumerable<ThesaurusPair> Pairs(JsonElement row, string path)
    {
        var between = string.Join(" x ", row.GetProperty("between").EnumerateArray().Select(b => b.GetString()));
        var levels = row.GetProperty("levels").EnumerateArray().Select(l => l.GetString()!).ToList();
        var level =
            levels.Count > 0 && levels.All(Levels.Contains)
                ? Levels.First(levels.Contains)
                : throw new FormatException($"{path}: {between}: the levels {string.Join(", ", levels)} are not known");
        return row.GetProperty("pairs")
            .EnumerateArray()
            .Select(p => new ThesaurusPair(p[0].GetString()!, p[1].GetString()!, level, between, levels.Count == 1))
            .Where(p => p.First != p.Second)
            .ToList();
    }
}
