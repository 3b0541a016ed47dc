using Inomya.Content;
using NodaTime;

namespace Inomya.Programmes;

/// <summary>What is wrong with the programmes of content, as far as a machine can tell: empty when nothing is.</summary>
public static class ProgrammeCheck
{
    private const string Folder = "programmes";

    /// <param name="tools">Ids of the tools of the app.</param>
    /// <param name="today">The day on which reviews must still hold.</param>
    /// <exception cref="ContentException">A file cannot be read at all.</exception>
    public static IReadOnlyList<string> Problems(ContentFolder content, IReadOnlySet<string> tools, LocalDate today)
    {
        var gates = Gates.Read(content).All.Select(g => g.Id).ToHashSet(StringComparer.Ordinal);
        var never = new NeverSay(content);
        var steps = new StepCheck(never, tools, gates, today);
        return
        [
            .. Words
                .Languages(content)
                .SelectMany(language => new ProgrammeShelf(content).In(language))
                .SelectMany(p =>
                    OfSteps(p, steps)
                        .Concat(OfProgramme(p, tools, gates))
                        .Concat(Said(p, never))
                        .Concat(Untranslated(content, p))
                )
                .Distinct(),
        ];
    }

    private static IEnumerable<string> OfSteps(ProgrammeText programme, StepCheck check) =>
        programme.Steps.Where(s => s.Language == programme.Language).SelectMany(check.ProblemsOf);

    private static IEnumerable<string> OfProgramme(
        ProgrammeText programme,
        IReadOnlySet<string> tools,
        HashSet<string> gates
    ) =>
        Chain(programme)
            .Concat(Chapters(programme))
            .Concat(programme.Of.Tools.Where(t => !tools.Contains(t)).Select(t => $"'{t}' is no tool"))
            .Concat(programme.Of.Gates.Where(g => !gates.Contains(g)).Select(g => $"'{g}' is no gate"))
            .Select(why => $"{Folder}/{programme.Id}: {why}");

    /// <summary>What the programme itself says, beside its steps.</summary>
    private static IEnumerable<string> Said(ProgrammeText programme, NeverSay never)
    {
        var chapters = programme.Of.Chapters.Select(c => c.Title.In(programme.Language));
        var all = string.Join(
            ". ",
            chapters.Prepend($"{programme.Title}. {programme.Summary} {programme.EvidenceText}")
        );
        return never
            .FoundIn(all, programme.Language)
            .Select(f => $"{Folder}/{programme.Id}: it says \"{f.Words}\" ({f.Promise})");
    }

    /// <summary>
    /// The first step opens after nothing, and every other is reached from one that does: a step on safety, or a
    /// booster, may be open from the beginning.
    /// </summary>
    private static IEnumerable<string> Chain(ProgrammeText programme)
    {
        if (programme.Steps is [{ OpensAfter: { } before } first, ..])
            yield return $"{first.Id} is the first step and opens after {before}";
        foreach (var step in programme.Steps)
            if (WhyNotReached(step, programme) is { } why)
                yield return $"{step.Id} {why}";
    }

    private static string? WhyNotReached(ProgrammeStep step, ProgrammeText programme)
    {
        if (step.OpensAfter is not { } before)
            return null;
        if (programme.Find(before) is not { } opener)
            return $"opens after {before}, which is not there";
        if (step.Road == StepRoad.Core && opener.Road != StepRoad.Core)
            return $"is of the core and opens after {before}, which is not";
        return IsInACircle(step, programme) ? "opens after itself, by way of others" : null;
    }

    private static bool IsInACircle(ProgrammeStep step, ProgrammeText programme)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = step; at is not null; at = at.OpensAfter is { } before ? programme.Find(before) : null)
            if (!seen.Add(at.Id))
                return true;
        return false;
    }

    private static IEnumerable<string> Chapters(ProgrammeText programme)
    {
        var chapters = programme.Of.Chapters.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var step in programme.Steps.Where(s => !chapters.Contains(s.Chapter)))
            yield return $"{step.Id} is in the chapter '{step.Chapter}', which is not there";
        foreach (var twice in programme.Steps.GroupBy(s => (s.Road, s.Order)).Where(g => g.Count() > 1))
            yield return $"{string.Join(" and ", twice.Select(s => s.Id))} have the same place {twice.Key.Order}";
        if (!programme.Steps.Any(s => s.Road == StepRoad.Core))
            yield return "it has no step of the core";
    }

    /// <summary>The same steps in each language, each with the same place and road.</summary>
    private static IEnumerable<string> Untranslated(ContentFolder content, ProgrammeText programme)
    {
        var english = new ProgrammeShelf(content).Find(Words.Fallback, programme.Id)!;
        foreach (var step in programme.Steps)
            if (step.Language != programme.Language)
                yield return $"{step.File}: it is not there in '{programme.Language}'";
            else if (Frame(step) != Frame(english.Find(step.Id)!))
                yield return $"{step.File}: version, place, road or what opens it is not as in English";
        foreach (var file in content.Files($"{Folder}/{programme.Id}/{programme.Language}", "*.md"))
            if (english.Find(Path.GetFileNameWithoutExtension(file)) is null)
                yield return $"{file}: there is no such step in English";
    }

    private static (int, int, StepRoad, string?, string) Frame(ProgrammeStep step) =>
        (step.Version, step.Order, step.Road, step.OpensAfter, step.Chapter);
}
