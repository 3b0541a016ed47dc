using Inomya.Content;

namespace Inomya.Medicines;

/// <summary>Every rule of content/medicines/check, ready to be matched.</summary>
internal sealed class MedicineRules
{
    /// <exception cref="ContentException">A file cannot be used, or an id stands twice.</exception>
    public MedicineRules(MedicineCatalogue catalogue, ContentFolder content)
    {
        var reader = new RuleReader(catalogue, content);
        Combinations = reader.Combinations();
        Duplicates = reader.Duplicates();
        Burdens = reader.Burdens();
        (Limits, OverdoseTimes) = reader.Limits();
        Durations = reader.Durations();
        (Intervals, UsualDoses, Apart, AskFromTimes) = reader.Doses();
        AllergyKinds = reader.AllergyKinds();
        (Notes, var numbers) = reader.Notes();
        OtherNumbers = [.. Duplicates.Numbers, .. numbers];
        RefuseTwins();
    }

    /// <summary>More than so many times the highest maximum of any label is an overdose on its way.</summary>
    public double OverdoseTimes { get; }

    /// <summary>A single dose of so many times the usual one is asked about.</summary>
    public double AskFromTimes { get; }

    public IReadOnlyList<CombinationRule> Combinations { get; }
    public DuplicateRules Duplicates { get; }
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

    private IEnumerable<IRule> All =>
        [
            .. Combinations,
            .. Duplicates.Classes,
            .. Burdens,
            .. AllergyKinds,
            .. Limits,
            .. Durations,
            .. Intervals,
            .. UsualDoses,
            .. Apart,
            .. Notes,
        ];

    private void RefuseTwins()
    {
        if (All.GroupBy(r => r.Id).FirstOrDefault(g => g.Count() > 1) is { } twin)
            throw new ContentException("medicines/check", $"the rule {twin.Key} stands twice");
    }
}
