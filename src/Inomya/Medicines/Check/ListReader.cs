using NodaTime;

namespace Inomya.Medicines;

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
