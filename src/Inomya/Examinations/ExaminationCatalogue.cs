using Inomya.Content;
using Inomya.Journals;

namespace Inomya.Examinations;

/// <summary>
/// What an examiner can record: content/examinations, and how it is named in <see cref="Examination.Kind"/>.
/// </summary>
public sealed class ExaminationCatalogue
{
    private const string PointPrefix = "tender-point/";
    private const string MovementPrefix = "motion/";
    private readonly ExaminationFile _file;

    /// <exception cref="ContentException">A file cannot be used, or an area belongs to no site or to two.</exception>
    public ExaminationCatalogue(ContentFolder content, MeasureCatalogue catalogue)
    {
        _file = content.Read<ExaminationFile>("examinations/examinations.yaml");
        var sites = content.Read<SiteFile>("vocabulary/sites.yaml");
        Sites = [.. sites.Sites.Select(s => s.Id)];
        SiteOf = SitesByRegion(sites);
        if (!catalogue.Regions.Select(r => r.Id).ToHashSet().SetEquals(SiteOf.Keys))
            throw new ContentException("vocabulary/sites.yaml", "its areas are not those of vocabulary/regions.yaml");
    }

    public IReadOnlyList<ExaminationKind> Kinds => _file.Kinds;
    public IReadOnlyList<Joint> Joints => _file.Movements.Joints;

    /// <summary>Degrees beyond which a movement is a slip.</summary>
    public double MostDegrees => _file.Movements.Most;

    /// <summary>UCUM unit of a movement.</summary>
    public string MovementUnit => _file.Movements.Unit;

    /// <summary>The nine sites of the 1990 criteria; each has a left and a right point.</summary>
    public IReadOnlyList<string> PointSites => _file.TenderPoints.Sites;

    /// <summary>The nine sites of the AAPT criteria.</summary>
    public IReadOnlyList<string> Sites { get; }

    /// <summary>By region id: the AAPT site it belongs to.</summary>
    public IReadOnlyDictionary<string, string> SiteOf { get; }

    private static Dictionary<string, string> SitesByRegion(SiteFile file) =>
        file
            .Sites.SelectMany(s => s.Regions.Select(r => (Region: r, Site: s.Id)))
            .ToDictionary(s => s.Region, s => s.Site);

    public static string KindOfPoint(string site) => PointPrefix + site;

    public static string KindOfMovement(string joint, string movement) => $"{MovementPrefix}{joint}/{movement}";

    public static bool IsPoint(Examination examination) =>
        examination.Kind.StartsWith(PointPrefix, StringComparison.Ordinal);

    /// <summary>"site_side" of a tender point, as the drawing names it; null for another examination.</summary>
    public static string? PointOf(Examination examination) =>
        IsPoint(examination) ? $"{examination.Kind[PointPrefix.Length..]}_{examination.Side}" : null;

    /// <summary>Joint and movement; null for another examination.</summary>
    public static (string Joint, string Movement)? MovementOf(Examination examination) =>
        examination.Kind.StartsWith(MovementPrefix, StringComparison.Ordinal)
        && examination.Kind.Split('/') is [_, var joint, var movement]
            ? (joint, movement)
            : null;

    /// <summary>
    /// The tender points of each day on which any was examined, the oldest first: true is painful; a point not examined
    /// is not there.
    /// </summary>
    public static IReadOnlyList<(NodaTime.LocalDate Day, IReadOnlyDictionary<string, bool> Points)> PointsByDay(
        IEnumerable<Examination> all
    ) =>
        [
            .. all.Where(IsPoint)
                .GroupBy(e => e.Day)
                .OrderBy(d => d.Key)
                .Select(d =>
                    (
                        d.Key,
                        (IReadOnlyDictionary<string, bool>)
                            d.OrderBy(e => e.ChangeId)
                                .GroupBy(e => PointOf(e)!)
                                .ToDictionary(p => p.Key, p => p.Last().Value > 0)
                    )
                ),
        ];

    private sealed class ExaminationFile
    {
        public List<ExaminationKind> Kinds { get; set; } = [];
        public MovementFile Movements { get; set; } = new();
        public PointFile TenderPoints { get; set; } = new();
    }

    private sealed class MovementFile
    {
        public string Unit { get; set; } = "";
        public double Most { get; set; }
        public List<Joint> Joints { get; set; } = [];
    }

    private sealed class PointFile
    {
        public string Source { get; set; } = "";
        public List<string> Sites { get; set; } = [];
    }

    private sealed class SiteFile
    {
        public string Source { get; set; } = "";
        public List<SiteRow> Sites { get; set; } = [];
    }

    private sealed class SiteRow
    {
        public string Id { get; set; } = "";
        public List<string> Regions { get; set; } = [];
    }
}
