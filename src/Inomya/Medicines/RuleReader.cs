using Inomya.Content;

namespace Inomya.Medicines;

/// <summary>Reads the rules of content/medicines/check: everything they name is there.</summary>
internal sealed class RuleReader(MedicineCatalogue catalogue, ContentFolder content)
{
    private const string DuplicatesFile = "medicines/check/duplicates.yaml";
    private const string BurdensFile = "medicines/check/burdens.yaml";
    private const string LimitsFile = "medicines/check/limits.yaml";
    private const string DurationsFile = "medicines/check/durations.yaml";
    private const string UsualDosesFile = "medicines/check/usual-doses.yaml";
    private const string AllergiesFile = "medicines/check/allergies.yaml";
    private const string NotesFile = "medicines/check/notes.yaml";
    private const string CountriesFile = "medicines/check/countries.yaml";

    private readonly Dictionary<string, List<string>> _countryGroups = content
        .Read<CountryGroupFile>(CountriesFile)
        .Groups;

    public IReadOnlyList<CombinationRule> Combinations() =>
        [
            .. content
                .Files("medicines/check/combinations", "*.yaml")
                .Select(f => (Path: f, File: content.Read<CombinationFile>(f)))
                .SelectMany(f => f.File.Rules.Select(r => Combination(r, f.File.Mechanism, f.Path))),
        ];

    public DuplicateRules Duplicates()
    {
        var file = content.Read<DuplicateFile>(DuplicatesFile);
        return new DuplicateRules(
            [.. file.Classes.Select(Doubled)],
            Doubled(file.Same),
            Doubled(file.SameName),
            Doubled(file.SameSupplement),
            Doubled(file.SameOnSkin),
            Doubled(file.SameForms),
            Doubled(file.SameLongAndShort),
            [.. file.Classes.Append(file.Same).SelectMany(d => d.Numbers)]
        );
    }

    public IReadOnlyList<BurdenRule> Burdens() => [.. content.Read<BurdenFile>(BurdensFile).Burdens.Select(Burden)];

    public (IReadOnlyList<LimitRule> Limits, double OverdoseTimes) Limits()
    {
        var file = content.Read<LimitFile>(LimitsFile);
        return ([.. file.Limits.Select(Limit)], file.OverdoseTimes);
    }

    public IReadOnlyList<DurationRule> Durations() =>
        [.. content.Read<DurationFile>(DurationsFile).Durations.Select(Duration)];

    public (
        IReadOnlyList<IntervalRule> Intervals,
        IReadOnlyList<UsualDoseRule> Usual,
        IReadOnlyList<ApartRule> Apart,
        double AskFromTimes
    ) Doses()
    {
        var file = content.Read<UsualDoseFile>(UsualDosesFile);
        return (
            [.. file.Intervals.Select(Interval)],
            [.. file.Doses.Select(UsualDose)],
            [.. file.Apart.Select(ApartOf)],
            file.AskFromTimes
        );
    }

    public IReadOnlyList<AllergyRule> AllergyKinds() =>
        [.. content.Read<AllergyFile>(AllergiesFile).Kinds.Select(AllergyKind)];

    public (IReadOnlyList<NoteRule> Notes, IReadOnlyList<int> Numbers) Notes()
    {
        var rows = content.Read<NoteFile>(NotesFile).Notes;
        return ([.. rows.Select(Note)], [.. rows.Select(n => n.Number).OfType<int>()]);
    }

    private CombinationRule Combination(CombinationRow row, string? mechanism, string file) =>
        row.Sides.Count is 2 or 3
            ? new CombinationRule(
                row.Id,
                mechanism,
                row.Text ?? row.Id,
                row.Number,
                row.Kind,
                row.Severity,
                [.. row.Sides.Select(s => Side(s, file))],
                row.FromAge,
                row.Action,
                catalogue.BasisOf(row, file)
            )
            : throw new ContentException(file, $"{row.Id} has {row.Sides.Count} sides; 2 or 3 are needed");

    private RuleSide Side(SideRow row, string file) =>
        new(
            catalogue.Known(row.Any, file),
            catalogue.Known(row.Except, file),
            row.OnSkin,
            row.AtLeast?.ToAmount(),
            row.OnlyKnown,
            row.WashoutDays
        );

    private ClassRule Doubled(DuplicateRow row) =>
        new(
            row.Id,
            row.Class,
            catalogue.Known(row.Any, DuplicatesFile),
            catalogue.Known(row.Except, DuplicatesFile),
            row.Severity,
            row.Action,
            catalogue.BasisOf(row, DuplicatesFile)
        );

    private AllergyRule AllergyKind(AllergyRow row) =>
        new(
            row.Id,
            catalogue.Known(row.Any, AllergiesFile),
            row.Severity,
            row.Action,
            catalogue.BasisOf(row, AllergiesFile)
        );

    private BurdenRule Burden(BurdenRow row) =>
        new(
            row.Id,
            [.. row.Weights.Select(w => new BurdenWeight(catalogue.Known(w.Any, BurdensFile), w.Weight))],
            [.. row.Levels.Select(l => new BurdenLevel(l.AtLeast, l.Severity)).OrderBy(l => l.AtLeast)],
            row.Action,
            catalogue.BasisOf(row, BurdensFile)
        );

    private LimitRule Limit(LimitRow row) =>
        new(
            row.Id,
            row.Kind,
            Substance(row.Of, LimitsFile),
            Product(row.Product, LimitsFile),
            catalogue.Known(row.For, LimitsFile),
            catalogue.Known(row.With, LimitsFile),
            row.FromAge,
            row.Setting,
            Countries(row.Countries, LimitsFile),
            row.PerDay.ToAmount(),
            row.Severity,
            catalogue.BasisOf(row, LimitsFile)
        );

    private DurationRule Duration(DurationRow row) =>
        new(
            row.Id,
            Substance(row.Of, DurationsFile),
            Product(row.Product, DurationsFile),
            row.Setting,
            Countries(row.Countries, DurationsFile),
            row.Days,
            row.Severity,
            catalogue.BasisOf(row, DurationsFile)
        );

    private IntervalRule Interval(IntervalRow row) =>
        new(
            row.Id,
            Substance(row.Of, UsualDosesFile),
            row.Patch,
            row.ExceptNames,
            row.From?.ToAmount(),
            row.UpTo?.ToAmount(),
            row.EveryDays,
            row.LeastDays,
            row.Severity,
            row.Unsaid,
            row.Harm,
            catalogue.BasisOf(row, UsualDosesFile)
        );

    private UsualDoseRule UsualDose(UsualDoseRow row) =>
        new(
            row.Id,
            Substance(row.Of, UsualDosesFile),
            row.Usual.ToAmount(),
            row.UpTo.ToAmount(),
            catalogue.BasisOf(row, UsualDosesFile)
        );

    private ApartRule ApartOf(ApartRow row) =>
        new(row.Id, Substance(row.Of, UsualDosesFile), row.Hours, catalogue.BasisOf(row, UsualDosesFile));

    private NoteRule Note(NoteRow row) =>
        new(
            row.Id,
            row.Kind,
            catalogue.Known(row.Any, NotesFile),
            catalogue.Known(row.Except, NotesFile),
            Product(row.Product, NotesFile),
            row.Severity,
            With(row),
            row.UntilAge,
            row.Action,
            catalogue.BasisOf(row, NotesFile)
        );

    private Dictionary<string, Severity> With(NoteRow row)
    {
        _ = catalogue.Known(row.With.Keys, NotesFile);
        return row.With;
    }

    /// <summary>The countries named, a group such as EU with all of its members.</summary>
    private HashSet<string> Countries(List<string> named, string file) =>
        named
            .SelectMany(c =>
                _countryGroups.TryGetValue(c, out var members) ? members
                : c.Length == 2 ? [c]
                : throw new ContentException(file, $"'{c}' is neither a country nor a group of {CountriesFile}")
            )
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private string Substance(string id, string file) => catalogue.Known([id], file).First();

    private string? Product(string? id, string file) =>
        id is null || catalogue.HasProduct(id) ? id : throw new ContentException(file, $"there is no product '{id}'");
}
