using Inomya.Content;

namespace Inomya.RiskFactors;

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
        if (file.Factors.SelectMany(SourcesOf).FirstOrDefault(s => !Sources.ContainsKey(s)) is { } unknown)
            throw new ContentException(File, $"'{unknown}' is not among the sources");
        All = [.. file.Factors.Select(Factor).Where(f => f.Effects.Count > 0).OrderByDescending(f => f.Changeable)];
    }

    public IReadOnlyList<RiskFactor> All { get; }

    public IReadOnlyDictionary<string, ContentSource> Sources { get; }

    /// <summary>By id; null when there is none.</summary>
    public RiskFactor? Find(string id) => All.FirstOrDefault(f => f.Id == id);

    private static IEnumerable<string> SourcesOf(RiskRow row) => row.Effects.Select(e => e.Source).Concat(row.Also);

    private RiskFactor Factor(RiskRow row) =>
        new(
            row.Id,
            row.Changeable,
            row.Grade,
            row.Tools,
            [.. row.Effects.Where(e => Seen.Was(Sources[e.Source].Verified))],
            row.Also,
            row.PutAway
        );

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
        public bool PutAway { get; init; }
    }
}
