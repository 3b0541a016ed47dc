using Inomya.Content;
using Inomya.Journals;
using Inomya.Medicines;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Evidence;

/// <summary>The evidence cards of content/evidence.</summary>
public sealed class EvidenceCatalogue
{
    private readonly MedicineCatalogue _medicines;
    private readonly Dictionary<string, EvidenceCard> _byId = new(StringComparer.Ordinal);

    /// <exception cref="ContentException">
    /// A file is malformed, an id stands twice, or a card names something that is not there.
    /// </exception>
    public EvidenceCatalogue(ContentFolder content, MedicineCatalogue medicines)
    {
        _medicines = medicines;
        foreach (var file in content.Files("evidence", "*.yaml"))
        foreach (var row in content.Read<CardFile>(file).Cards)
            if (!_byId.TryAdd(row.Id, Card(row, file)))
                throw new ContentException(file, $"{row.Id} stands twice");
    }

    /// <summary>
    /// In the order of the files: medicines, supplements, movement and programmes, hands, devices and diet.
    /// </summary>
    public IReadOnlyCollection<EvidenceCard> Cards => _byId.Values;

    /// <summary>The card of this id; null when there is none.</summary>
    public EvidenceCard? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>
    /// The cards for a name as a person writes it: of its product where there is one, else of its substances.
    /// </summary>
    public IReadOnlyList<EvidenceCard> For(string written) =>
        [
            .. _medicines
                .Names.Read(written)
                .Parts.SelectMany(p =>
                    Cards.Where(c =>
                        c.Substance == p.Substance.Id
                        && (c.Product is null || p.Product is null || c.Product == p.Product.Id)
                    )
                )
                .Distinct(),
        ];

    private EvidenceCard Card(CardRow row, string file) =>
        new()
        {
            Id = row.Id,
            Kind = row.Kind,
            Substance = SubstanceOf(row, file),
            Product = row.Product,
            Approvals = [.. row.Approved.Where(Read).Select(a => ApprovalOf(a, row.Id, file))],
            Stances = [.. row.Stances.Where(Read).Select(s => StanceOf(s, row.Id, file))],
            Effects = [.. row.Effects.Where(Read).Select(e => EffectOf(e, row.Id, file))],
            Money = row.Cost.Money,
            Hours = row.Cost.Hours,
            Effort = row.Cost.Effort,
            FirstEffect = FirstEffectOf(row),
            JudgeAfter = JudgeAfterOf(row, file),
            Timing = BasisOf(row.Timing, row.Id, file),
            Cautions = row.Cautions,
            OnOffTrial = row.OnOffTrial,
            Reviewed = Day(row.Reviewed, file),
        };

    /// <summary>What nobody looked up is not on a card.</summary>
    private static bool Read(EvidenceRow row) => row.Verified;

    private string? SubstanceOf(CardRow row, string file) =>
        row.Substance is null ? null : _medicines.Known([row.Substance], file).First();

    private Approval ApprovalOf(ApprovalRow row, string id, string file) =>
        new(row.Where, row.Since is null ? null : Day(row.Since, file), BasisOf(row, id, file));

    private GuidelineStance StanceOf(StanceRow row, string id, string file) =>
        new(
            row.Body,
            row.Year,
            row.Stance,
            row.Grade,
            row.Level,
            row.Agreement,
            row.Population,
            BasisOf(row, id, file)
        );

    private PublishedEffect EffectOf(EffectRow row, string id, string file) =>
        new(
            row.Key,
            row.With,
            row.Without,
            row.Per,
            row.Change,
            row.Low,
            row.High,
            row.Certainty,
            BasisOf(row, id, file)
        );

    private static DayRange? FirstEffectOf(CardRow row) =>
        Read(row.Timing) && row.FirstEffectDays is [var first, var last] ? new DayRange(first, last) : null;

    private static DayRange JudgeAfterOf(CardRow row, string file) =>
        row.JudgeAfterDays is [var from, var to]
            ? new DayRange(from, to)
            : throw new ContentException(file, $"{row.Id}: judge-after-days needs two numbers");

    private Basis BasisOf(EvidenceRow row, string id, string file) =>
        _medicines.BasisOf(id, row.Sources, row.Verified, file);

    private static LocalDate Day(string written, string file)
    {
        var day = LocalDatePattern.Iso.Parse(written);
        return day.Success ? day.Value : throw new ContentException(file, $"'{written}' is not a day");
    }

    private sealed class CardFile
    {
        public List<CardRow> Cards { get; set; } = [];
    }

    private sealed class CardRow
    {
        public string Id { get; set; } = "";
        public TreatmentKind Kind { get; set; }
        public string? Substance { get; set; }
        public string? Product { get; set; }
        public List<ApprovalRow> Approved { get; set; } = [];
        public List<StanceRow> Stances { get; set; } = [];
        public List<EffectRow> Effects { get; set; } = [];
        public CostRow Cost { get; set; } = new();
        public List<int>? FirstEffectDays { get; set; }
        public List<int> JudgeAfterDays { get; set; } = [];
        public EvidenceRow Timing { get; set; } = new();
        public List<string> Cautions { get; set; } = [];
        public OnOffTrial OnOffTrial { get; set; }
        public string Reviewed { get; set; } = "";
    }

    private class EvidenceRow
    {
        public List<string> Sources { get; set; } = [];
        public bool Verified { get; set; }
        public string Mark { get; set; } = "";
    }

    private sealed class ApprovalRow : EvidenceRow
    {
        public string Where { get; set; } = "";
        public string? Since { get; set; }
    }

    private sealed class StanceRow : EvidenceRow
    {
        public string Body { get; set; } = "";
        public int Year { get; set; }
        public Stance Stance { get; set; }
        public string? Grade { get; set; }
        public string? Level { get; set; }
        public string? Agreement { get; set; }
        public string? Population { get; set; }
    }

    private sealed class EffectRow : EvidenceRow
    {
        public string Key { get; set; } = "";
        public double? With { get; set; }
        public double? Without { get; set; }
        public int? Per { get; set; }
        public double? Change { get; set; }
        public double? Low { get; set; }
        public double? High { get; set; }
        public Certainty Certainty { get; set; }
    }

    private sealed class CostRow
    {
        public Size Money { get; set; }
        public Size Hours { get; set; }
        public Size Effort { get; set; }
    }
}
