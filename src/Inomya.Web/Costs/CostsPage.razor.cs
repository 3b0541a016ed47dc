using System.Globalization;
using Inomya.Costs;
using Inomya.Journals;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using static Inomya.Web.Shell.IsoDay;

namespace Inomya.Web.Costs;

public sealed partial class CostsPage
{
    private const int Few = 20;
    private const decimal MostMoney = 1_000_000_000m;
    private const double MostHours = 24 * 366;

    private Journal _journal = null!;
    private List<Cost> _costs = [];
    private Cost? _editing;
    private string? _currency;
    private int _shown = Few;

    [SupplyParameterFromQuery]
    public string? Saved { get; set; }

    [SupplyParameterFromQuery]
    public bool? Undone { get; set; }

    [SupplyParameterFromQuery(Name = "edit")]
    public Guid? Edit { get; set; }

    [SupplyParameterFromQuery(Name = "all")]
    public bool All { get; set; }

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _costs = [.. (await _journal.AllAsync<Cost>()).OrderByDescending(c => c.Day).ThenByDescending(c => c.Id)];
        _currency = (await _journal.SettingsAsync()).GetValueOrDefault(CostTotals.CurrencySetting);
        _editing = _costs.FirstOrDefault(c => c.Id == Edit);
        if (All)
            _shown = int.MaxValue;
    }

    private async Task SaveAsync()
    {
        _form = await FormAsync();
        var cost = ReadCost();
        if (_errors.Count == 0)
            await KeepAsync(cost);
    }

    private async Task KeepAsync(Cost cost)
    {
        var draft = new Draft("cost", _form!["submission"], cost.Day);
        var change = await _journal.RecordAsync(_editing is null ? draft.Add(cost) : draft.Correct(_editing, cost));
        if (cost.Currency is { } currency && currency != _currency)
            await _journal.SetAsync(CostTotals.CurrencySetting, currency);
        Navigation.NavigateTo($"/costs?{Done.Query(change)}");
    }

    /// <summary>The cost that was sent; of use only when nothing is wrong with it.</summary>
    private Cost ReadCost()
    {
        var (kind, day) = (ReadKind(), ReadDay());
        var (amount, currency) = ReadAmount();
        var hours = ReadHours();
        if (_errors.Count == 0 && amount is null && hours is null)
            Wrong("amount", "costs.error.nothing");
        return new Cost
        {
            Kind = kind,
            Day = day,
            Amount = amount,
            Currency = currency,
            Hours = hours,
            Text = TextOrNull("text"),
        };
    }

    private CostKind ReadKind()
    {
        if (!Enum.TryParse<CostKind>(_form!["kind"], out var kind) || !Enum.IsDefined(kind))
            Wrong("kind", "costs.error.kind");
        return kind;
    }

    private LocalDate ReadDay()
    {
        if (DayOf(Text("day")) is { } day && day <= _journal.Today)
            return day;
        Wrong("day", "costs.error.day");
        return _journal.Today;
    }

    private (decimal? Amount, string? Currency) ReadAmount()
    {
        if (Money(Text("amount")) is not { } amount)
        {
            if (Text("amount").Length > 0)
                Wrong("amount", "costs.error.amount");
            return (null, null);
        }
        var currency = Text("currency").ToUpperInvariant();
        if (!CostTotals.Currencies.Contains(currency))
            Wrong("currency", "costs.error.currency");
        return (amount, currency);
    }

    private double? ReadHours()
    {
        if (!NumberField.TryRead(Text("hours"), out var hours) || hours is < 0 or > MostHours)
            Wrong("hours", "costs.error.hours");
        return hours;
    }

    private async Task RemoveAsync() =>
        Navigation.NavigateTo(
            $"/costs?{Done.Query(await _journal.RemoveRowAsync(await FormAsync(), _costs, c => c.Day))}"
        );

    private IEnumerable<IReadOnlyList<string>> MonthRows =>
        CostTotals
            .ByMonth(_costs)
            .Select(m =>
                (IReadOnlyList<string>)
                    [
                        LocalDatePattern.Create(Words["costs.format.month"], Words.Culture).Format(m.Month),
                        Amount(m.Spent, m.Currency),
                        Amount(m.WagesLost, m.Currency),
                        m.Hours == 0 ? "" : Words.Number(m.Hours),
                    ]
            );

    private string Amount(decimal amount, string? currency) =>
        amount == 0 ? "" : $"{amount.ToString("N2", Words.Culture)} {currency}";

    private IEnumerable<string> Parts(Cost cost)
    {
        if (cost.Amount is { } amount)
            yield return $"{amount.ToString("N2", Words.Culture)} {cost.Currency}";
        if (cost.Hours is { } hours)
            yield return Words["costs.hours.of", ("hours", hours)];
        if (cost.Text is { } text)
            yield return text;
    }

    private string KindName(CostKind kind) => Words[$"costs.kind.{kind.ToString().ToLowerInvariant()}"];

    /// <summary>An amount with either comma or point before the cents; null when it is none.</summary>
    private static decimal? Money(string typed) =>
        decimal.TryParse(
            typed.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var amount
        )
        && amount <= MostMoney
        && amount == decimal.Round(amount, 2)
            ? amount
            : null;
}
