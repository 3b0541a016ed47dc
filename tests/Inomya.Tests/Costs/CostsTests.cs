using System.Globalization;
using CsCheck;
using Inomya.Costs;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Tests.Costs;

/// <summary>Costs by month, and as a table.</summary>
public class CostsTests
{
    private static Cost Cost(
        int day,
        decimal? amount,
        string? currency = "EUR",
        CostKind kind = CostKind.Visit,
        double? hours = null,
        string? text = null
    ) =>
        new()
        {
            Kind = kind,
            Day = new LocalDate(2026, 1, 1).PlusDays(day),
            Amount = amount,
            Currency = amount is null ? null : currency,
            Hours = hours,
            Text = text,
        };

    [Fact]
    public void Money_paid_and_wages_lost_are_told_apart_and_months_without_costs_are_not_there()
    {
        var months = CostTotals.ByMonth([
            Cost(0, 10.10m),
            Cost(1, 5.05m),
            Cost(2, 80, kind: CostKind.LostWork, hours: 8),
            Cost(70, 1),
        ]);
        Assert.Equal(
            [
                new MonthOfCosts(new LocalDate(2026, 3, 1), "EUR", 1, 0, 0),
                new MonthOfCosts(new LocalDate(2026, 1, 1), "EUR", 15.15m, 80, 8),
            ],
            months
        );
    }

    [Fact]
    public void Two_currencies_are_never_added_up() =>
        Assert.Equal(
            ["EUR 1", "USD 2"],
            CostTotals.ByMonth([Cost(0, 1), Cost(0, 2, "USD")]).Select(m => $"{m.Currency} {m.Spent}")
        );

    [Fact]
    public void Hours_without_money_are_kept() =>
        Assert.Equal(
            new MonthOfCosts(new LocalDate(2026, 1, 1), null, 0, 0, 3),
            Assert.Single(CostTotals.ByMonth([Cost(0, null, hours: 3)]))
        );

    [Fact]
    public void Whatever_the_order_nothing_is_lost_or_counted_twice() =>
        Gen.Select(Gen.Int[0, 800], Gen.Int[0, 100_000], Gen.Bool)
            .Array[0, 40]
            .Sample(rows =>
                Assert.Equal(
                    rows.Sum(r => r.Item2 / 100m),
                    CostTotals
                        .ByMonth(
                            rows.Select(r =>
                                Cost(r.Item1, r.Item2 / 100m, kind: r.Item3 ? CostKind.LostWork : CostKind.Other)
                            )
                        )
                        .Sum(m => m.Spent + m.WagesLost)
                )
            );

    [Fact]
    public void The_table_has_empty_cells_for_what_was_not_recorded_and_no_formula_runs()
    {
        using var into = new StringWriter(CultureInfo.InvariantCulture);
        CostTotals.WriteCsv(into, [Cost(1, null, hours: 1.5, text: "=HYPERLINK(1)"), Cost(0, 12.5m, text: "a, b")]);
        Assert.Equal(
            [
                "day,kind,amount,currency,hours,text",
                "2026-01-01,Visit,12.5,EUR,,\"a, b\"",
                "2026-01-02,Visit,,,1.5,\"'=HYPERLINK(1)\"",
            ],
            into.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );
    }

    [Fact]
    public void The_currencies_of_the_world_are_known() =>
        Assert.Empty(((string[])["EUR", "USD", "GBP", "MXN", "CHF", "JPY"]).Except(CostTotals.Currencies));

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task A_cost_is_kept_to_the_cent_corrected_and_brought_back(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await journal.RecordAsync(new Draft("cost").Add(Cost(0, 12.34m, hours: 0.5)));
        var first = Assert.Single(await journal.AllAsync<Cost>());
        var change = await journal.RecordAsync(new Draft("cost").Correct(first, first with { Amount = 99.99m }));
        Assert.Equal(99.99m, Assert.Single(await journal.AllAsync<Cost>()).Amount);
        await journal.UndoAsync(change.Id);
        Assert.Equal(
            (12.34m, "EUR", 0.5),
            (
                Assert.Single(await journal.AllAsync<Cost>()) is var back
                    ? (back.Amount, back.Currency, back.Hours)
                    : default
            )
        );
    }
}
