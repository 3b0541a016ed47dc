using Inomya.Content;

namespace Inomya.RiskFactors;

/// <summary>
/// One thing that studies found more often before or beside the condition. Words: risk.ID and risk.ID.note.
/// </summary>
/// <param name="Changeable">Can a person change it?</param>
/// <param name="Grade">How sure the studies are: high, moderate, low or very-low.</param>
/// <param name="Tools">Ids of what in this app acts on it, the best first.</param>
/// <param name="Effects">What was found; only what was seen in a source.</param>
/// <param name="Also">Keys of sources that the note rests on.</param>
public sealed record RiskFactor(
    string Id,
    bool Changeable,
    string Grade,
    IReadOnlyList<string> Tools,
    IReadOnlyList<RiskEffect> Effects,
    IReadOnlyList<string> Also
);

/// <summary>One published number: about a group of people, never about one person.</summary>
public sealed class RiskEffect
{
    public EffectKind Kind { get; init; }

    /// <summary>A ratio, or per cent for <see cref="EffectKind.Percent"/>.</summary>
    public double Value { get; init; }

    /// <summary>Ends of the 95 % interval; empty where none was published.</summary>
    public List<double> Interval { get; init; } = [];

    /// <summary>What was compared with what: last part of risk-detail.DETAIL, a sentence around {ratio}.</summary>
    public string Detail { get; init; } = "";

    /// <summary>In whom: last part of risk-population.POPULATION.</summary>
    public string Population { get; init; } = "";

    /// <summary>How many people; null when not known.</summary>
    public int? People { get; init; }

    /// <summary>Year of the publication.</summary>
    public int Year { get; init; }

    /// <summary>Key of the source.</summary>
    public string Source { get; init; } = "";
}

public enum EffectKind
{
    OddsRatio,
    HazardRatio,
    RelativeRisk,
    Percent,
}

/// <summary>The risk factors of content/conditions: those that can be changed first.</summary>
public sealed class RiskFactorCatalogue
{
    private const string File = "risk-factors/risk-factors.yaml";

    /// <exception cref="ContentException">
    /// The file cannot be used, or an effect names a source that is not there.
    /// </exception>
    public RiskFactorCatalogue(ContentFolder content)
    {
        var file = content.Read<RiskFile>(File);
        Sources = file.Sources;
        foreach (var source in file.Factors.SelectMany(f => f.Effects.Select(e => e.Source).Concat(f.Also)))
            if (!Sources.ContainsKey(source))
                throw new ContentException(File, $"'{source}' is not among the sources");
        All =
        [
            .. file
                .Factors.Select(f => new RiskFactor(
                    f.Id,
                    f.Changeable,
                    f.Grade,
                    f.Tools,
                    [.. f.Effects.Where(e => Sources[e.Source].Verified != "memory")],
                    f.Also
                ))
                .Where(f => f.Effects.Count > 0)
                .OrderByDescending(f => f.Changeable),
        ];
    }

    public IReadOnlyList<RiskFactor> All { get; }

    public IReadOnlyDictionary<string, ContentSource> Sources { get; }

    /// <summary>By id; null when there is none.</summary>
    public RiskFactor? Find(string id) => All.FirstOrDefault(f => f.Id == id);

    private sealed class RiskFile
    {
        public string? ReviewedBy { get; init; }
        public string Licence { get; init; } = "";
        public List<RiskRow> Factors { get; init; } = [];
        public Dictionary<string, ContentSource> Sources { get; init; } = [];
    }

    private sealed class RiskRow
    {
        public string Id { get; init; } = "";
        public bool Changeable { get; init; }
        public string Grade { get; init; } = "";
        public List<string> Tools { get; init; } = [];
        public List<RiskEffect> Effects { get; init; } = [];
        public List<string> Also { get; init; } = [];
    }
}
