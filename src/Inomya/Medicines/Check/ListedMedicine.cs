using Inomya.Treatments;
using NodaTime;

namespace Inomya.Medicines;

/// <summary>One substance of one entry, read and ready to be matched against rules.</summary>
/// <param name="Local">Put on the skin, into an eye, … so that little reaches the rest of the body.</param>
/// <param name="PerDay">
/// How much of the substance on a day on which it is taken, as far as the entry says; null when it does not.
/// </param>
/// <param name="For">Ids of the conditions that it is taken for; empty when not known.</param>
/// <param name="EndedDays">Days since it was last taken; null while it is taken.</param>
internal sealed record ListedMedicine(
    Medicine Medicine,
    Substance Substance,
    Product? Product,
    bool Local,
    Amount? PerDay,
    IReadOnlySet<string> For,
    int? EndedDays
)
{
    public string Name => Medicine.Name;

    /// <summary>Entries are told apart by this; conditions of the person have negative numbers.</summary>
    public int Entry => Medicine.Entry;

    public bool Now => EndedDays is null;

    /// <summary>How much of the substance a day, over days on which it is taken and days between.</summary>
    public Amount? OnAverage => PerDay is { } amount ? amount with { Value = amount.Value / Medicine.DaysApart } : null;

    public bool IsOneOf(IReadOnlySet<string> groups) => groups.Overlaps(Substance.Groups);

    /// <summary>Taken now or, for a rule with a washout, not long ago; in a way and amount that counts.</summary>
    public bool Counts(RuleSide side, SumOfDay sums) =>
        (Now || EndedDays <= side.WashoutDays)
        && Local == side.OnSkin
        && IsOneOf(side.Any)
        && !IsOneOf(side.Except)
        && (side.AtLeast is not { } least || sums.Reaches(Substance, least, side.OnlyKnown));
}

/// <summary>How much of each substance a day's list holds.</summary>
internal sealed class SumOfDay(IReadOnlyList<ListedMedicine> taken, DoseUnits units)
{
    /// <param name="onlyKnown">False: an amount that is not known may be enough.</param>
    public bool Reaches(Substance substance, Amount least, bool onlyKnown)
    {
        var amounts = taken
            .Where(t => t.Now && t.Substance == substance)
            .Select(t => t.PerDay is { } amount ? units.In(least.Unit, amount, substance) : null)
            .ToList();
        return (!onlyKnown && amounts.Any(a => a is null)) || amounts.Sum() >= least.Value;
    }
}

/// <summary>Turns a list as written into substances, and says which names it could not read.</summary>
internal sealed class ListReader(MedicineCatalogue catalogue, LocalDate on)
{
    public List<ListedMedicine> Taken { get; } = [];

    /// <summary>Names that were not read, or read only through a known misspelling or the product.</summary>
    public List<(Medicine Medicine, NameReading Reading, NameDoubt Doubt)> Doubts { get; } = [];

    /// <summary>Conditions of the person that are on no list: nothing was checked about them.</summary>
    public List<string> UnknownConditions { get; } = [];

    public void Read(IReadOnlyList<Medicine> list, PersonFacts person)
    {
        foreach (var medicine in list)
            Read(medicine, person.Country);
        var entry = 0;
        foreach (var aged in catalogue.Substances.Where(s => s.FromAge <= person.AgeYears))
            Taken.Add(
                new ListedMedicine(
                    new Medicine { Name = aged.Name, Entry = --entry },
                    aged,
                    null,
                    false,
                    null,
                    new HashSet<string>(),
                    null
                )
            );
        UnknownConditions.AddRange(person.Conditions.Where(c => catalogue.ConditionsIn(c).Count == 0).Distinct());
        var stated = person
            .Conditions.Select(c => (Text: c, Ids: catalogue.ConditionsIn(c)))
            .Concat(list.Select(m => m.For).OfType<string>().Select(f => (Text: f, Ids: catalogue.ConditionsIn(f))))
            .ToList();
        foreach (var (text, ids) in stated.DistinctBy(c => c.Text))
        foreach (var id in ids)
            Taken.Add(
                new ListedMedicine(
                    new Medicine { Name = text, Entry = --entry },
                    catalogue.Find(id)!,
                    null,
                    false,
                    null,
                    ids,
                    null
                )
            );
    }

    private void Read(Medicine medicine, string? country)
    {
        var name = catalogue.Names.Read(medicine.Name, country);
        var product = medicine.Product is null ? null : catalogue.Names.Read(medicine.Product, country);
        var reading =
            name.Found ? name
            : product is { Found: true } ? product
            : name;
        var doubts = Doubts.Count;
        if (!reading.Found)
            Doubts.Add((medicine, name, NameDoubt.Unknown));
        else if (!name.Found)
            Doubts.Add((medicine, product! with { ReadAs = medicine.Product }, NameDoubt.ReadAs));
        else if (name.ReadAs is not null)
            Doubts.Add((medicine, name, NameDoubt.ReadAs));
        if (reading.AnyCountry)
            Doubts.Add((medicine, reading, NameDoubt.AnyCountry));

        var parts = reading.Parts.ToList();
        if (name.Found && product is { Found: true })
        {
            if (product.Parts.Any(p => name.Parts.All(n => n.Substance != p.Substance)))
                Doubts.Add((medicine, product, NameDoubt.Differs));
            parts = [.. product.Parts, .. name.Parts.Where(n => product.Parts.All(p => p.Substance != n.Substance))];
        }

        if (medicine.Until < on)
            Doubts.RemoveRange(doubts, Doubts.Count - doubts); // nobody asks about the name of what is over

        var route = RouteOf(medicine.Route) ?? name.Route ?? product?.Route ?? RouteOf(medicine.Product);
        foreach (var part in parts)
            Taken.Add(TakenOf(medicine, part, route, parts.Count, name.Strength ?? product?.Strength));
    }

    private ListedMedicine TakenOf(Medicine medicine, NamePart part, string? route, int parts, Amount? strength)
    {
        var product = part.Product ?? (parts == 1 ? catalogue.ProductOf(part.Substance, route) : null);
        var where = product is { Routes.Count: > 0 } ? product.Routes.First() : route;
        int? ended = medicine.Until is { } until && until < on ? Period.DaysBetween(until, on) : null;
        return new ListedMedicine(
            medicine,
            part.Substance,
            product,
            where is not null && catalogue.LocalRoutes.Contains(where),
            PerDay(medicine, part, parts, strength),
            medicine.For is null ? new HashSet<string>() : catalogue.ConditionsIn(medicine.For),
            ended
        );
    }

    private Amount? PerDay(Medicine medicine, NamePart part, int parts, Amount? strength)
    {
        var times = medicine.OnItsDays;
        var written = part.Strength ?? (parts == 1 ? strength : null);
        if (medicine.Dose is not { } dose)
            return written is { } one && medicine.TimesPerDay is not null
                ? one with
                {
                    Value = one.Value * times,
                }
                : null;
        if (!catalogue.Units.IsCount(dose.Unit))
            return parts == 1 || part.Ingredient is { Main: true } ? dose with { Value = dose.Value * times } : null;
        return (part.Strength ?? part.Ingredient?.PerUnit ?? written) is { } unit
                ? unit with
                {
                    Value = unit.Value * dose.Value * times,
                }
            : parts == 1 ? dose with { Value = dose.Value * times }
            : null;
    }

    private string? RouteOf(string? written) => written is null ? null : catalogue.Names.RouteIn(written);
}

/// <summary>Why a name needs a word with the person.</summary>
internal enum NameDoubt
{
    Unknown,
    ReadAs,
    Differs,
    AnyCountry,
}

/// <summary>Finds conditions in free text, such as what a medicine is taken for.</summary>
internal sealed class ConditionReader
{
    private readonly List<(string Id, List<string> Words)> _names;

    public ConditionReader(IEnumerable<Substance> substances) =>
        _names = [
            .. substances
                .Where(s => s.Kind == SubstanceKind.Condition)
                .SelectMany(s => s.Names.Concat(s.Brands).Select(n => (s.Id, NameText.Words(n)))),
        ];

    /// <summary>
    /// Ids of the conditions whose name stands in the text as whole words; the longest name counts, "migraine with
    /// aura" is not migraine.
    /// </summary>
    public IReadOnlySet<string> In(string text)
    {
        var words = NameText.Words(text);
        var found = _names
            .SelectMany(n => Places(words, n.Words).Select(at => (n.Id, From: at, To: at + n.Words.Count)))
            .ToList();
        return found
            .Where(f => !found.Exists(o => o.From <= f.From && f.To <= o.To && o.To - o.From > f.To - f.From))
            .Select(f => f.Id)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<int> Places(List<string> words, List<string> name) =>
        Enumerable
            .Range(0, Math.Max(0, words.Count - name.Count + 1))
            .Where(at => words.GetRange(at, name.Count).SequenceEqual(name));
}
