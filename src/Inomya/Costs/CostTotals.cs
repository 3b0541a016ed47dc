using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Inomya.Journals;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Costs;

/// <summary>What the illness cost: by month, and as a table to take along.</summary>
public static class CostTotals
{
    /// <summary>The key of the setting that holds the person's currency.</summary>
    public static readonly SettingKey CurrencySetting = new("currency");

    private static readonly string[] Head = ["day", "kind", "amount", "currency", "hours", "text"];

    /// <summary>ISO 4217 codes in use somewhere, in order.</summary>
    public static IReadOnlyList<string> Currencies { get; } =
    [
        .. CultureInfo
            .GetCultures(CultureTypes.SpecificCultures)
            .Select(c => new RegionInfo(c.Name).ISOCurrencySymbol)
            .Where(IsCurrency)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    public static bool IsCurrency(string? code) =>
        code is { Length: 3 } && code.All(char.IsAsciiLetterUpper) && code != "XXX";

    /// <summary>Totals by month and currency, the newest month first. Currencies are never added up.</summary>
    /// <remarks>A month without a cost is not there: nothing recorded is not 0.</remarks>
    public static IReadOnlyList<MonthOfCosts> ByMonth(IEnumerable<Cost> costs) =>
        [
            .. costs
                .GroupBy(MonthAndCurrency)
                .Select(m => Totals(m.Key.Month, m.Key.Currency, m))
                .OrderByDescending(m => m.Month)
                .ThenBy(m => m.Currency, StringComparer.Ordinal),
        ];

    /// <summary>
    /// A table of all costs, the oldest first: days as yyyy-MM-dd, numbers with a point, an empty cell for what was not
    /// recorded.
    /// </summary>
    /// <remarks>A text that a spreadsheet would take for a formula gets an apostrophe before it.</remarks>
    public static void WriteCsv(TextWriter into, IEnumerable<Cost> costs)
    {
        using var csv = new CsvWriter(into, Format, leaveOpen: true);
        foreach (var name in Head)
            csv.WriteField(name);
        csv.NextRecord();
        foreach (var cost in costs.OrderBy(c => c.Day).ThenBy(c => c.Id))
            WriteRow(csv, cost);
    }

    /// <summary>The first day of its month; hours without money stand with no currency.</summary>
    private static (LocalDate Month, string? Currency) MonthAndCurrency(Cost cost) =>
        (new LocalDate(cost.Day.Year, cost.Day.Month, 1), cost.Amount is null ? null : cost.Currency);

    private static MonthOfCosts Totals(LocalDate month, string? currency, IEnumerable<Cost> costs) =>
        new(
            month,
            currency,
            costs.Where(c => c.Kind != CostKind.LostWork).Sum(c => c.Amount ?? 0),
            costs.Where(c => c.Kind == CostKind.LostWork).Sum(c => c.Amount ?? 0),
            costs.Sum(c => c.Hours ?? 0)
        );

    private static CsvConfiguration Format =>
        new(CultureInfo.InvariantCulture)
        {
            InjectionOptions = InjectionOptions.Escape,
            InjectionEscapeCharacter = '\'',
        };

    private static void WriteRow(CsvWriter csv, Cost cost)
    {
        csv.WriteField(LocalDatePattern.Iso.Format(cost.Day));
        csv.WriteField(cost.Kind.ToString());
        csv.WriteField(cost.Amount);
        csv.WriteField(cost.Currency);
        csv.WriteField(cost.Hours);
        csv.WriteField(cost.Text);
        csv.NextRecord();
    }
}
