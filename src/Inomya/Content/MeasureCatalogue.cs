using Inomya.Vocabulary;

namespace Inomya.Content;

/// <summary>The built-in measures and body regions of content/vocabulary.</summary>
public sealed class MeasureCatalogue
{
    private readonly Dictionary<string, Measure> _byId;

    /// <exception cref="ContentException">A file is missing or malformed, or an id stands twice.</exception>
    public MeasureCatalogue(ContentFolder content)
    {
        Measures = [.. content.Read<MeasureFile>("vocabulary/measures.yaml").Measures.Select(m => m.ToMeasure())];
        Regions =
        [
            .. content
                .Read<RegionFile>("vocabulary/regions.yaml")
                .Regions.Select(r => new BodyRegion(r.Id, r.Group, r.CountsForGroup)),
        ];
        Food = FoodTags.Read(content);
        FoodMeasures = [.. Food.ToMeasures()];
        _byId = ById([.. Measures, .. FoodMeasures]);
    }

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    public IReadOnlyList<BodyRegion> Regions { get; }

    /// <summary>What food and drink are noted with.</summary>
    public FoodTags Food { get; }

    /// <summary>A measure for each tag of a meal; nobody is asked them, meals tell them.</summary>
    public IReadOnlyList<Measure> FoodMeasures { get; }

    /// <summary>The built-in measure of this id; null when there is none.</summary>
    public Measure? Find(string id) => _byId.GetValueOrDefault(id);

    private static Dictionary<string, Measure> ById(IReadOnlyList<Measure> measures)
    {
        var byId = new Dictionary<string, Measure>();
        foreach (var measure in measures)
            if (!byId.TryAdd(measure.Id, measure))
                throw new ContentException("vocabulary/measures.yaml", $"{measure.Id} stands twice");
        return byId;
    }

    private sealed class MeasureFile
    {
        public List<MeasureRow> Measures { get; set; } = [];
    }

    private sealed class MeasureRow
    {
        public string Id { get; set; } = "";
        public MeasureKind Kind { get; set; }
        public Better Better { get; set; }
        public string Unit { get; set; } = "1";
        public double[]? Scale { get; set; }
        public double[]? Plausible { get; set; }
        public DailyRule Daily { get; set; }
        public MeasureRole Role { get; set; }
        public string? Ask { get; set; }
        public bool ByRegion { get; set; }
        public bool PutAway { get; set; }
        public List<CodeRow> Codes { get; set; } = [];

        public Measure ToMeasure() =>
            new()
            {
                Id = Id,
                Kind = Kind,
                Better = Better,
                Unit = Unit,
                Daily = Daily,
                Role = Role,
                Ask = Ask,
                ByRegion = ByRegion,
                PutAway = PutAway,
                Scale = Ends(Scale),
                Plausible = Ends(Plausible),
                Codes = [.. Codes.Select(c => new Coding(c.System, c.Code, c.Verified))],
            };

        private static Scale? Ends(double[]? ends) => ends is [var low, var top] ? new Scale(low, top) : null;
    }

    private sealed class CodeRow
    {
        public string System { get; set; } = "";
        public string Code { get; set; } = "";
        public bool Verified { get; set; }
        public string? Source { get; set; }
    }

    private sealed class RegionFile
    {
        public string Source { get; set; } = "";
        public List<RegionRow> Regions { get; set; } = [];
    }

    private sealed class RegionRow
    {
        public string Id { get; set; } = "";
        public string Group { get; set; } = "";
        public bool CountsForGroup { get; set; } = true;
    }
}
