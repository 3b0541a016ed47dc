using Inomya.Content;

namespace Inomya.Medicines;

/// <summary>Every rule of content/medicines/check, ready to be matched.</summary>
internal sealed class MedicineRules
{
    private readonly MedicineCatalogue _catalogue;
    private readonly Dictionary<string, List<string>> _countryGroups;

    public MedicineRules(MedicineCatalogue catalogue, ContentFolder content)
    {
        _catalogue = catalogue;
        Combinations =
        [
            .. content
                .Files("medicines/check/combinations", "*.yaml")
                .Select(f => (Path: f, File: content.Read<CombinationFile>(f)))
                .SelectMany(f => f.File.Rules.Select(r => Combination(r, f.File.Mechanism, f.Path))),
        ];
        var duplicates = content.Read<DuplicateFile>(DuplicatesFile);
        DoubledClasses = [.. duplicates.Classes.Select(Doubled)];
        (Same, SameName) = (Doubled(duplicates.Same), Doubled(duplicates.SameName));
        (SameSupplement, SameOnSkin) = (Doubled(duplicates.SameSupplement), Doubled(duplicates.SameOnSkin));
        (SameForms, SameLongAndShort) = (Doubled(duplicates.SameForms), Doubled(duplicates.SameLongAndShort));
        _countryGroups = content.Read<CountryGroupFile>(CountriesFile).Groups;
        Burdens = [.. content.Read<BurdenFile>(BurdensFile).Burdens.Select(Burden)];
        var limits = content.Read<LimitFile>(LimitsFile);
        (Limits, OverdoseTimes) = ([.. limits.Limits.Select(Limit)], limits.OverdoseTimes);
        Durations = [.. content.Read<DurationFile>(DurationsFile).Durations.Select(Duration)];
        var usual = content.Read<UsualDoseFile>(UsualDosesFile);
        Intervals = [.. usual.Intervals.Select(Interval)];
        (UsualDoses, AskFromTimes) = ([.. usual.Doses.Select(UsualDose)], usual.AskFromTimes);
        Apart = [.. usual.Apart.Select(ApartOf)];
        AllergyKinds = [.. content.Read<AllergyFile>(AllergiesFile).Kinds.Select(AllergyKind)];
        var notes = content.Read<NoteFile>(NotesFile).Notes;
        Notes = [.. notes.Select(Note)];
        OtherNumbers =
        [
            .. duplicates
                .Classes.Append(duplicates.Same)
                .SelectMany(d => d.Numbers)
                .Concat(notes.Select(n => n.Number).OfType<int>()),
        ];
        RefuseTwins();
    }

    private const string DuplicatesFile = "medicines/check/duplicates.yaml";
    private const string BurdensFile = "medicines/check/burdens.yaml";
    private const string LimitsFile = "medicines/check/limits.yaml";
    private const string DurationsFile = "medicines/check/durations.yaml";
    private const string UsualDosesFile = "medicines/check/usual-doses.yaml";
    private const string AllergiesFile = "medicines/check/allergies.yaml";
    private const string NotesFile = "medicines/check/notes.yaml";
    private const string CountriesFile = "medicines/check/countries.yaml";

    /// <summary>More than so many times the highest maximum of any label is an overdose on its way.</summary>
    public double OverdoseTimes { get; }

    /// <summary>A single dose of so many times the usual one is asked about.</summary>
    public double AskFromTimes { get; }

    public IReadOnlyList<CombinationRule> Combinations { get; }
    public IReadOnlyList<ClassRule> DoubledClasses { get; }

    /// <summary>One substance under two names.</summary>
    public ClassRule Same { get; }

    /// <summary>One name written twice: perhaps two times of day.</summary>
    public ClassRule SameName { get; }

    /// <summary>One supplement in two products.</summary>
    public ClassRule SameSupplement { get; }

    /// <summary>One substance swallowed and put on the skin.</summary>
    public ClassRule SameOnSkin { get; }

    /// <summary>One medicine in two strengths or forms: one total.</summary>
    public ClassRule SameForms { get; }

    /// <summary>A long-acting and a short-acting product of one substance, where that is how it is meant.</summary>
    public ClassRule SameLongAndShort { get; }

    public IReadOnlyList<BurdenRule> Burdens { get; }
    public IReadOnlyList<LimitRule> Limits { get; }
    public IReadOnlyList<DurationRule> Durations { get; }
    public IReadOnlyList<IntervalRule> Intervals { get; }
    public IReadOnlyList<UsualDoseRule> UsualDoses { get; }
    public IReadOnlyList<ApartRule> Apart { get; }
    public IReadOnlyList<NoteRule> Notes { get; }

    public IReadOnlyList<AllergyRule> AllergyKinds { get; }

    /// <summary>Everything that a rule asks for and that can be a state of the person.</summary>
    public IReadOnlySet<string> AskedConditions =>
        Combinations
            .SelectMany(c => c.Sides)
            .SelectMany(s => s.Any)
            .Concat(Notes.SelectMany(n => n.With.Keys))
            .Concat(Limits.SelectMany(l => l.With))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>No rule looks back further than this to a medicine that ended.</summary>
    public int LongestWashoutDays =>
        Combinations.SelectMany(c => c.Sides).Select(s => s.WashoutDays).DefaultIfEmpty().Max();

    /// <summary>Rows of the reference list that are no combination but a duplicate or a note.</summary>
    public IReadOnlyList<int> OtherNumbers { get; }

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
                _catalogue.BasisOf(row, file)
            )
            : throw new ContentException(file, $"{row.Id} has {row.Sides.Count} sides; 2 or 3 are needed");

    private RuleSide Side(SideRow row, string file) =>
        new(
            _catalogue.Known(row.Any, file),
            _catalogue.Known(row.Except, file),
            row.OnSkin,
            row.AtLeast?.ToAmount(),
            row.OnlyKnown,
            row.WashoutDays
        );

    private ClassRule Doubled(DuplicateRow row) =>
        new(
            row.Id,
            row.Class,
            _catalogue.Known(row.Any, DuplicatesFile),
            _catalogue.Known(row.Except, DuplicatesFile),
            row.Severity,
            row.Action,
            _catalogue.BasisOf(row, DuplicatesFile)
        );

    private AllergyRule AllergyKind(AllergyRow row) =>
        new(
            row.Id,
            _catalogue.Known(row.Any, AllergiesFile),
            row.Severity,
            row.Action,
            _catalogue.BasisOf(row, AllergiesFile)
        );

    private BurdenRule Burden(BurdenRow row) =>
        new(
            row.Id,
            [.. row.Weights.Select(w => new BurdenWeight(_catalogue.Known(w.Any, BurdensFile), w.Weight))],
            [.. row.Levels.Select(l => new BurdenLevel(l.AtLeast, l.Severity)).OrderBy(l => l.AtLeast)],
            row.Action,
            _catalogue.BasisOf(row, BurdensFile)
        );

    private LimitRule Limit(LimitRow row) =>
        new(
            row.Id,
            row.Kind,
            Substance(row.Of, LimitsFile),
            Product(row.Product, LimitsFile),
            _catalogue.Known(row.For, LimitsFile),
            _catalogue.Known(row.With, LimitsFile),
            row.FromAge,
            row.Setting,
            Countries(row.Countries, LimitsFile),
            row.PerDay.ToAmount(),
            row.Severity,
            _catalogue.BasisOf(row, LimitsFile)
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
            _catalogue.BasisOf(row, DurationsFile)
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
            _catalogue.BasisOf(row, UsualDosesFile)
        );

    private UsualDoseRule UsualDose(UsualDoseRow row) =>
        new(
            row.Id,
            Substance(row.Of, UsualDosesFile),
            row.Usual.ToAmount(),
            row.UpTo.ToAmount(),
            _catalogue.BasisOf(row, UsualDosesFile)
        );

    private ApartRule ApartOf(ApartRow row) =>
        new(row.Id, Substance(row.Of, UsualDosesFile), row.Hours, _catalogue.BasisOf(row, UsualDosesFile));

    private NoteRule Note(NoteRow row) =>
        new(
            row.Id,
            row.Kind,
            _catalogue.Known(row.Any, NotesFile),
            _catalogue.Known(row.Except, NotesFile),
            Product(row.Product, NotesFile),
            row.Severity,
            With(row),
            row.UntilAge,
            row.Action,
            _catalogue.BasisOf(row, NotesFile)
        );

    private Dictionary<string, Severity> With(NoteRow row)
    {
        _ = _catalogue.Known(row.With.Keys, NotesFile);
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

    private string Substance(string id, string file) => _catalogue.Known([id], file).First();

    private string? Product(string? id, string file) =>
        id is null || _catalogue.HasProduct(id) ? id : throw new ContentException(file, $"there is no product '{id}'");

    private void RefuseTwins()
    {
        var ids = Combinations
            .Select(r => r.Id)
            .Concat(DoubledClasses.Select(r => r.Id))
            .Concat(Burdens.Select(r => r.Id))
            .Concat(AllergyKinds.Select(r => r.Id))
            .Concat(Limits.Select(r => r.Id))
            .Concat(Durations.Select(r => r.Id))
            .Concat(Intervals.Select(r => r.Id))
            .Concat(UsualDoses.Select(r => r.Id))
            .Concat(Apart.Select(r => r.Id))
            .Concat(Notes.Select(r => r.Id));
        if (ids.GroupBy(id => id).FirstOrDefault(g => g.Count() > 1) is { } twin)
            throw new ContentException("medicines/check", $"the rule {twin.Key} stands twice");
    }
}
