using System.Text.Json;
using Inomya.Medicines;

namespace Inomya.Bench.Medicines;

/// <summary>A name as somebody wrote it, and what it stands for.</summary>
/// <param name="Holds">
/// The substances, each by any of its names; null where that is not given, empty for what is no medicine.
/// </param>
/// <param name="Asked">Misspelt, so that it must be asked back or told, never taken without a word.</param>
/// <param name="Strength">What one unit holds, such as "37.5 mg"; null where that is not given.</param>
internal sealed record NameCase(
    string Name,
    IReadOnlyList<string>? Holds,
    string? Country,
    bool Asked,
    string? Strength = null
)
{
    /// <summary>Reads "name" or {"name", "holds", "country", "asked", "strength"}.</summary>
    public static NameCase Read(JsonElement written) =>
        written.ValueKind == JsonValueKind.String
            ? new NameCase(written.GetString()!, null, null, false)
            : new NameCase(
                written.GetProperty("name").GetString()!,
                [.. written.GetProperty("holds").EnumerateArray().Select(h => h.GetString()!)],
                written.TryGetProperty("country", out var country) ? country.GetString() : null,
                written.TryGetProperty("asked", out var asked) && asked.GetBoolean(),
                written.TryGetProperty("strength", out var strength) ? strength.GetString() : null
            );

    public bool IsNoMedicine => Holds is [];

    /// <summary>Null when it was read as it should be; else what was read instead.</summary>
    public string? Miss(NameIndex names)
    {
        var read = names.Read(Name, Country);
        var right =
            IsNoMedicine ? !read.Found
            : read.Found ? (!Asked || read.ReadAs is not null) && IsRight(names, read)
            : Asked && read.DidYouMean.Any(d => IsRight(names, names.Read(d)));
        if (right && Strength is not null && read.Strength?.ToString() != Strength)
            return $"{Name} = {read.Strength?.ToString() ?? "no strength"}, not {Strength}";
        return right ? null
            : read.Found ? $"{Name} = {string.Join(" + ", read.Parts.Select(p => p.Substance.Id).Distinct())}"
            : $"{Name} [{string.Join(", ", read.DidYouMean)}]";
    }

    /// <summary>Whether it was taken for something that it is not; a question is no guess.</summary>
    public bool IsGuess(NameIndex names) =>
        names.Read(Name, Country) is { Found: true } read && ((Asked && read.ReadAs is null) || !IsRight(names, read));

    private bool IsRight(NameIndex names, NameReading read) =>
        Holds is null || Substances(names).SetEquals(read.Parts.Select(p => p.Substance));

    /// <summary>A substance that is not in the catalogue is null, so that nothing matches it.</summary>
    private HashSet<Substance?> Substances(NameIndex names) =>
        [.. Holds!.SelectMany(h => names.Read(h).Parts.Select(p => (Substance?)p.Substance).DefaultIfEmpty())];
}
