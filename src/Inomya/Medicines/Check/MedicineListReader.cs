using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Medicines;

/// <summary>Reads the entries of a list one by one, and says what of each could not be used.</summary>
internal sealed class MedicineListReader(DoseUnits units, LocalDate? on)
{
    private const double MostTimesADay = 48,
        MostDaysApart = 366,
        DaysInWeek = 7;

    private static readonly (string[] Ends, double Days)[] RateEnds =
    [
        (["/day", "/d", " per day", " daily", " a day"], 1),
        (["/week", "/wk", " per week", " weekly", " a week", " once weekly"], DaysInWeek),
    ];

    private int _entry;
    private string? _name;
    private JsonElement _element;

    public List<Medicine> Medicines { get; } = [];
    public List<Refusal> Refused { get; } = [];

    public void Read(JsonElement element, int entry)
    {
        (_entry, _name, _element) = (entry, null, element);
        if (element.ValueKind != JsonValueKind.Object)
            Refuse(ListRefusal.NotAnEntry, element.ValueKind.ToString());
        else if ((_name = Text("name")) is { } name)
            Medicines.Add(MedicineOf(name));
        else if (!Refused.Exists(r => r.Entry == entry))
            Refuse(ListRefusal.NoName, "");
    }

    private Medicine MedicineOf(string name)
    {
        var (dose, rateOfDose) = Dose();
        var rate = Rate() ?? rateOfDose;
        var (since, until) = Days();
        return new Medicine
        {
            Name = name,
            Entry = _entry,
            Product = Text("product"),
            Route = Text("route"),
            Dose = dose,
            TimesPerDay = rate?.TimesPerDay,
            EveryDays = rate?.EveryDays,
            AsNeeded = Flag("as_needed"),
            Since = since,
            Until = until,
            For = Text("for"),
        };
    }

    private (Amount? Dose, HowOften? Rate) Dose() =>
        Value("dose") is not { } dose
            ? default
            : dose.ValueKind switch
            {
                JsonValueKind.String => Dose(dose.GetString()!),
                JsonValueKind.Number => Refuse(ListRefusal.DoseWithoutUnit, dose.GetRawText()),
                JsonValueKind.Object => Dose(dose),
                _ => Refuse(ListRefusal.DoseNotRead, dose.GetRawText()),
            };

    /// <summary>{"value": 60, "unit": "mg"}; one without both is no dose.</summary>
    private (Amount?, HowOften?) Dose(JsonElement parts)
    {
        var value = Value(parts, "value");
        var unit = Value(parts, "unit") is { ValueKind: JsonValueKind.String } text ? text.GetString()!.Trim() : "";
        if (value is null && unit.Length == 0)
            return default;
        if (value is null || Number(value.Value) is not { } number)
            return Refuse(ListRefusal.DoseNotRead, parts.GetRawText());
        if (unit.Length == 0)
            return Refuse(ListRefusal.DoseWithoutUnit, number.ToString(CultureInfo.InvariantCulture));
        return number > 0 ? WithUnit(number, unit) : Refuse(ListRefusal.DoseNotPositive, parts.GetRawText());
    }

    private (Amount?, HowOften?) Dose(string written)
    {
        var (daily, perDay) = RateIn(written);
        var (reading, amount) = units.Read(daily);
        return reading switch
        {
            DoseReading.Read => Usable(amount, perDay, written),
            DoseReading.NoUnit => Refuse(ListRefusal.DoseWithoutUnit, written),
            DoseReading.UnknownUnit => Refuse(ListRefusal.DoseUnknownUnit, written),
            _ => Refuse(ListRefusal.DoseNotRead, written),
        };
    }

    private (Amount?, HowOften?) WithUnit(double number, string unit)
    {
        var (plain, perDay) = RateIn(unit);
        var written = $"{number} {unit}";
        return units.CodeOf(plain) is { } code
            ? Usable(new Amount(number, code), perDay, written)
            : Refuse(ListRefusal.DoseUnknownUnit, written);
    }

    private (Amount?, HowOften?) Usable(Amount dose, HowOften? rate, string written)
    {
        if (units.IsAbsurd(dose))
            return Refuse(ListRefusal.DoseAbsurd, written);
        return dose.Value > 0 ? (dose, rate) : Refuse(ListRefusal.DoseNotPositive, written);
    }

    /// <summary>"mg/day" is a dose once a day, "mg/week" one a week.</summary>
    private static (string Plain, HowOften? Rate) RateIn(string written)
    {
        foreach (var (ends, days) in RateEnds)
        foreach (var end in ends)
            if (written.TrimEnd().EndsWith(end, StringComparison.OrdinalIgnoreCase))
                return (written.TrimEnd()[..^end.Length], new HowOften(1, days));
        return (written, null);
    }

    /// <summary>times_per_day, every_days or times_per_week; times_per_day may stand beside every_days.</summary>
    private HowOften? Rate()
    {
        var times = Number("times_per_day", MostTimesADay, ListRefusal.TimesNotRead);
        var every = Number("every_days", MostDaysApart, ListRefusal.EveryNotRead);
        var weekly = Number("times_per_week", MostTimesADay * DaysInWeek, ListRefusal.WeekNotRead);
        HowOften? daily = times is null && every is null ? null : new HowOften(times, every);
        if (weekly is not { } timesAWeek)
            return daily;
        if (daily is null)
            return InAWeek(timesAWeek);
        Refuse(ListRefusal.TwoRates, $"times_per_week {weekly}");
        return daily;
    }

    /// <summary>Up to seven times it is once on each of its days.</summary>
    private static HowOften InAWeek(double times) =>
        times > DaysInWeek ? new HowOften(times / DaysInWeek, 1) : new HowOften(1, DaysInWeek / times);

    private double? Number(string field, double most, ListRefusal refusal)
    {
        if (Value(field) is not { } given)
            return null;
        if (Number(given) is { } number && number > 0 && number <= most)
            return number;
        Refuse(refusal, given.GetRawText());
        return null;
    }

    private (LocalDate? Since, LocalDate? Until) Days()
    {
        var (since, until) = (Day("since"), Day("until"));
        if (since > on)
        {
            Refuse(ListRefusal.DayAhead, Text("since")!);
            since = null;
        }
        if (until < since)
            Refuse(ListRefusal.DaysCrossed, $"{Text("since")}, {Text("until")}");
        return (since, until);
    }

    private LocalDate? Day(string field)
    {
        if (Text(field) is not { } written)
            return null;
        var day = LocalDatePattern.Iso.Parse(written.Length > 10 && written[10] == 'T' ? written[..10] : written);
        if (day.Success)
            return day.Value;
        Refuse(ListRefusal.DayNotRead, written);
        return null;
    }

    private string? Text(string field)
    {
        if (Value(field) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String)
            return string.IsNullOrWhiteSpace(value.GetString()) ? null : value.GetString()!.Trim();
        Refuse(ListRefusal.NotAText, $"{field}: {value.GetRawText()}");
        return null;
    }

    private bool Flag(string field)
    {
        if (Value(field) is not { } value)
            return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Refuse(ListRefusal.NotYesOrNo, $"{field}: {value.GetRawText()}");
        return false;
    }

    private JsonElement? Value(string field) => Value(_element, field);

    private static JsonElement? Value(JsonElement of, string field) =>
        of.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static double? Number(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
            JsonValueKind.String
                when double.TryParse(
                    value.GetString(),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var number
                ) && double.IsFinite(number) => number,
            _ => null,
        };

    private (Amount?, HowOften?) Refuse(ListRefusal reason, string value)
    {
        Refused.Add(new Refusal(_entry, _name, reason, value.Length > 80 ? value[..80] : value));
        return default;
    }

    private readonly record struct HowOften(double? TimesPerDay, double? EveryDays);
}
