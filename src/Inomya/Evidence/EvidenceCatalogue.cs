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
            Substance = row.Substance is null ? null : _medicines.Known([row.Substance], file).First(),
            Product = row.Product,
            Approvals =
            [
                .. row
                    .Approved.Where(Read)
                    .Select(a => new Approval(
                        a.Where,
                        a.Since is null ? null : Day(a.Since, file),
                        BasisOf(a, row.Id, file)
                    )),
            ],
            Stances =
            [
                .. row
                    .Stances.Where(Read)
                    .Select(s => new GuidelineStance(
                        s.Body,
                        s.Year,
                        s.Stance,
                        s.Grade,
                        s.Level,
                        s.Agreement,
                        s.Population,
                        BasisOf(s, row.Id, file)
                    )),
            ],
            Effects =
            [
                .. row
                    .Effects.Where(Read)
                    .Select(e => new PublishedEffect(
                        e.Key,
                        e.With,
                        e.Without,
                        e.Per,
                        e.Change,
                        e.Low,
                        e.High,
                        e.Certainty,
                        BasisOf(e, row.Id, file)
                    )),
            ],
            Money = row.Cost.Money,
            Hours = row.Cost.Hours,
            Effort = row.Cost.Effort,
            FirstEffect =
                Read(row.Timing) && row.FirstEffectDays is [var first, var last] ? new DayRange(first, last) : null,
            JudgeAfter = row.JudgeAfterDays is [var from, var to]
                ? new DayRange(from, to)
                : throw new ContentException(file, $"{row.Id}: judge-after-days needs two numbers"),
            Timing = BasisOf(row.Timing, row.Id, file),
            Cautions = row.Cautions,
            OnOffTrial = row.OnOffTrial,
            Reviewed = Day(row.Reviewed, file),
        };

    /// <summary>What nobody looked up is not on a card.</summary>
    private static bool Read(EvidenceRow row) => row.Verified;

    private Basis BasisOf(EvidenceRow row, string id, string file) =>
        _medicines.BasisOf(
            new RuleRow
            {
                Id = id,
                Sources = row.Sources,
                Verified = row.Verified,
            },
            file
        );

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
