using NodaTime;

namespace Inomya.Medicines;

/// <summary>Turns a list as written into substances, and says which names it could not read.</summary>
internal sealed class ListReader(MedicineCatalogue catalogue, LocalDate on)
{
    public List<ListedMedicine> Taken { get; } = [];

    /// <summary>What is known of the person: conditions, also those that something is taken for, and age.</summary>
    public List<ListedCondition> Conditions { get; } = [];

    /// <summary>All of it, for rules about what goes together.</summary>
    public IReadOnlyList<Listed> All => [.. Taken, .. Conditions];

    /// <summary>Names that were not read, or read only through a known misspelling or the product.</summary>
    public List<(Medicine Medicine, NameReading Reading, NameDoubt Doubt)> Doubts { get; } = [];

    /// <summary>Conditions of the person that are on no list: nothing was checked about them.</summary>
    public List<string> UnknownConditions { get; } = [];

    public void Read(IReadOnlyList<Medicine> list, PersonFacts person)
    {
        foreach (var medicine in list)
            Read(medicine, person.Country);
        foreach (var aged in catalogue.Substances.Where(s => s.FromAge <= person.AgeYears))
            Conditions.Add(new ListedCondition(aged.Name, aged, new HashSet<string>()));
        UnknownConditions.AddRange(person.Conditions.Where(c => catalogue.ConditionsIn(c).Count == 0).Distinct());
        var stated = person.Conditions.Concat(list.Select(m => m.For).OfType<string>()).Distinct();
        foreach (var text in stated)
            AddConditions(text);
    }

    private void Read(Medicine medicine, string? country)
    {
        var reading = new EntryReading(
            medicine,
            catalogue.Names.Read(medicine.Name, country),
            medicine.Product is null ? null : catalogue.Names.Read(medicine.Product, country)
        );
        if (!(medicine.Until < on)) // nobody asks about the name of what is over
            Doubts.AddRange(reading.Doubts());
        var route = RouteOf(medicine.Route) ?? reading.Route ?? RouteOf(medicine.Product);
        foreach (var part in reading.Parts)
            Taken.Add(TakenOf(reading, part, route));
    }

    private void AddConditions(string text)
    {
        var ids = catalogue.ConditionsIn(text);
        foreach (var id in ids)
            Conditions.Add(new ListedCondition(text, catalogue.Find(id)!, ids));
    }

    private ListedMedicine TakenOf(EntryReading reading, NamePart part, string? route)
    {
        var medicine = reading.Medicine;
        var product = part.Product ?? (reading.Parts.Count == 1 ? catalogue.ProductOf(part.Substance, route) : null);
        return new ListedMedicine(
            medicine,
            part.Substance,
            product,
            IsLocal(product, route),
            PerDay(reading, part),
            medicine.For is null ? new HashSet<string>() : catalogue.ConditionsIn(medicine.For),
            EndedDays(medicine)
        )
        {
            Somewhere = part.Somewhere,
        };
    }

    private bool IsLocal(Product? product, string? route)
    {
        var where = product is { Routes.Count: > 0 } ? product.Routes.First() : route;
        return where is not null && catalogue.LocalRoutes.Contains(where);
    }

    private int? EndedDays(Medicine medicine) =>
        medicine.Until is { } until && until < on ? Period.DaysBetween(until, on) : null;

    private Amount? PerDay(EntryReading reading, NamePart part)
    {
        var alone = reading.Parts.Count == 1;
        var written = part.Strength ?? (alone ? reading.Strength : null);
        var medicine = reading.Medicine;
        if (medicine.Dose is not { } dose)
            return medicine.TimesPerDay is null ? null : written?.Times(medicine.OnItsDays);
        var one = catalogue.Units.IsCount(dose.Unit)
            ? InCounted(dose, part.Strength ?? part.Ingredient?.PerUnit ?? written, alone)
            : InMeasured(dose, part, alone);
        return one?.Times(medicine.OnItsDays);
    }

    /// <summary>Two tablets of 500 mg; two tablets where nothing says what one holds.</summary>
    private static Amount? InCounted(Amount dose, Amount? perUnit, bool alone) =>
        perUnit is { } unit ? unit.Times(dose.Value)
        : alone ? dose
        : null;

    /// <summary>A weight that is told of a combination is that of its main part.</summary>
    private static Amount? InMeasured(Amount dose, NamePart part, bool alone) =>
        alone || part.Ingredient is { Main: true } ? dose : null;

    private string? RouteOf(string? written) => written is null ? null : catalogue.Names.RouteIn(written);
}
