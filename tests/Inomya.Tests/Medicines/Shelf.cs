using Inomya.Content;
using Inomya.Medicines;
using Inomya.Treatments;
using NodaTime;

namespace Inomya.Tests.Medicines;

/// <summary>The shipped knowledge, read once for all tests, and short ways to write a list.</summary>
internal static class Shelf
{
    public static readonly LocalDate Today = new(2026, 11, 22);

    public static ContentFolder Content { get; } = new();
    public static MedicineCatalogue Catalogue { get; } = new(Content);
    public static Inomya.Reports.ReportShelf Reports { get; } = Inomya.Reports.ReportShelf.Of(Content);
    public static MedicineCheck Check { get; } = new(Catalogue);
    public static MedicineCheckWords Words { get; } = new(Catalogue, new Words(Content));

    public static IReadOnlyList<MedicineFinding> Find(params Medicine[] list) => Check.Check(Numbered(list), Today);

    public static IReadOnlyList<MedicineFinding> Find(PersonFacts person, params Medicine[] list) =>
        Check.Check(Numbered(list), Today, person);

    /// <summary>Findings for names alone.</summary>
    public static IReadOnlyList<MedicineFinding> Names(params string[] names) =>
        Find([.. names.Select(n => new Medicine { Name = n })]);

    public static Medicine Daily(string name, double dose, string unit, double times = 1) =>
        new()
        {
            Name = name,
            Dose = new Amount(dose, unit),
            TimesPerDay = times,
        };

    public static Medicine[] Numbered(IEnumerable<Medicine> list) =>
        [.. list.Select((m, i) => m with { Entry = i + 1 })];
}
