using Inomya.Content;

namespace Inomya.Programmes;

/// <summary>Reads the programmes of content/programmes in one language.</summary>
internal static class ProgrammeReader
{
    private const string Folder = "programmes",
        File = "programme.yaml";

    /// <summary>In the order in which they are shown.</summary>
    private static readonly string[] Order = ["skills", "sleep", "movement", "calm", "food"];

    /// <exception cref="ContentException">A file cannot be used, or two steps have one id.</exception>
    public static IReadOnlyList<ProgrammeText> Read(ContentFolder content, string language) =>
        [
            .. content
                .Files(Folder, File)
                .Select(file => ReadOne(content, language, file))
                .OrderBy(p => Array.IndexOf(Order, p.Id) is >= 0 and var place ? place : Order.Length)
                .ThenBy(p => p.Id, StringComparer.Ordinal),
        ];

    private static ProgrammeText ReadOne(ContentFolder content, string language, string file)
    {
        var programme = content.Read<Programme>(file);
        var folder = file[..^(File.Length + 1)];
        if (folder != $"{Folder}/{programme.Id}")
            throw new ContentException(file, $"its id is '{programme.Id}'");
        var steps = ReadSteps(content, language, folder);
        return new ProgrammeText(
            programme,
            language,
            [.. steps.OrderBy(Part).ThenBy(s => s.Order).ThenBy(s => s.Id, StringComparer.Ordinal)]
        );
    }

    /// <summary>Core and full road lie among each other; upkeep and boosters come after them.</summary>
    private static int Part(ProgrammeStep step) =>
        step.Road switch
        {
            StepRoad.Upkeep => 1,
            StepRoad.Booster => 2,
            _ => 0,
        };

    private static IEnumerable<ProgrammeStep> ReadSteps(ContentFolder content, string language, string folder)
    {
        var translated = content
            .Files($"{folder}/{language}", "*.md")
            .ToDictionary(f => Path.GetFileName(f)!, StringComparer.Ordinal);
        foreach (var file in content.Files($"{folder}/{Words.Fallback}", "*.md"))
            yield return translated.TryGetValue(Path.GetFileName(file), out var own)
                ? StepReader.Read(content, language, own)
                : StepReader.Read(content, Words.Fallback, file);
    }
}
