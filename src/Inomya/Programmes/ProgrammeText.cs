using Inomya.Journals;

namespace Inomya.Programmes;

/// <summary>A programme in one language, with its steps in order.</summary>
/// <param name="Of">What it is.</param>
/// <param name="Language">The language that was asked for; a step that it lacks is in English.</param>
/// <param name="Steps">Core and full road by place, then upkeep, then boosters.</param>
public sealed record ProgrammeText(Programme Of, string Language, IReadOnlyList<ProgrammeStep> Steps)
{
    public string Id => Of.Id;
    public string Title => Of.Title.In(Language);
    public string Summary => Of.Summary.In(Language);
    public string EvidenceText => Of.Evidence.Text.In(Language);

    /// <summary>By id; null when there is none, as of one that a new version took out.</summary>
    public ProgrammeStep? Find(string step) => Steps.FirstOrDefault(s => s.Id == step);

    /// <summary>The steps of a road in order, without the boosters.</summary>
    public IReadOnlyList<ProgrammeStep> On(Road road) =>
        [.. Steps.Where(s => s.Road != StepRoad.Booster && s.IsOn(road))];

    /// <summary>Offered after the end, in order.</summary>
    public IReadOnlyList<ProgrammeStep> Boosters => [.. Steps.Where(s => s.Road == StepRoad.Booster)];

    /// <summary>The chapters that have steps on a road, each with them, in order.</summary>
    public IReadOnlyList<(ProgrammeChapter Chapter, IReadOnlyList<ProgrammeStep> Steps)> Chapters(Road road) =>
        [
            .. Of
                .Chapters.OrderBy(c => c.Week)
                .Select(c => (Chapter: c, Steps: StepsOf(c, road)))
                .Where(c => c.Steps.Count > 0),
        ];

    private IReadOnlyList<ProgrammeStep> StepsOf(ProgrammeChapter chapter, Road road) =>
        [.. On(road).Concat(Boosters).Where(s => s.Chapter == chapter.Id)];
}
