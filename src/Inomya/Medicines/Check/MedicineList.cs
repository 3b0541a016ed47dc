using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Medicines;

/// <summary>A list of medicines read from JSON, and what of it could not be read.</summary>
/// <param name="Medicines">
/// Every entry with a name. An entry whose dose was refused stays, without the dose: it still counts in combinations.
/// </param>
public sealed record MedicineList(IReadOnlyList<Medicine> Medicines, IReadOnlyList<Refusal> Refused)
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads the input of `inomya medicines check`.</summary>
    /// <exception cref="FormatException">It is not a JSON array.</exception>
    /// <param name="on">The day to count to: nothing begins after it. Null does not look.</param>
    public static MedicineList Read(Stream json, DoseUnits units, LocalDate? on = null)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                throw new FormatException("a list of medicines was expected: [{\"name\": …}, …]");
            var reader = new Reader(units, on);
            var entry = 0;
            foreach (var element in document.RootElement.EnumerateArray())
                reader.Read(element, ++entry);
            return new MedicineList(reader.Medicines, reader.Refused);
        }
        catch (JsonException e)
        {
            throw new FormatException($"line {e.LineNumber + 1}: this is not JSON", e);
        }
    }

    private sealed class Reader(DoseUnits units, LocalDate? on)
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
            {
                Refuse("not-an-entry", element.ValueKind.ToString());
                return;
            }

            _name = Text("name");
            if (_name is null)
            {
                if (!Refused.Any(r => r.Entry == entry))
                    Refuse("no-name", "");
                return;
            }

            var (dose, rate) = Dose();
            rate = Rate() ?? rate;
            var (since, until) = Days();
            Medicines.Add(
                new Medicine
                {
                    Name = _name,
                    Entry = entry,
                    Product = Text("product"),
                    Route = Text("route"),
                    Dose = dose,
                    TimesPerDay = rate?.TimesPerDay,
                    EveryDays = rate?.EveryDays,
                    AsNeeded = Flag("as_needed"),
                    Since = since,
                    Until = until,
                    For = Text("for"),
                }
            );
        }

        private (Amount? Dose, HowOften? Rate) Dose()
        {
            if (Value("dose") is not { } dose)
                return default;
            if (dose.ValueKind == JsonValueKind.String)
                return Dose(dose.GetString()!);
            if (dose.ValueKind == JsonValueKind.Number)
                return Refuse("dose-without-unit", dose.GetRawText());
            if (dose.ValueKind != JsonValueKind.Object)
                return Refuse("dose-not-read", dose.GetRawText());

            var value = dose.TryGetProperty("value", out var v) && v.ValueKind != JsonValueKind.Null ? Number(v) : null;
            var unit =
                dose.TryGetProperty("unit", out var u) && u.ValueKind == JsonValueKind.String
                    ? u.GetString()!.Trim()
                    : "";
            if (v.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined && unit.Length == 0)
                return default;
            if (value is not { } number)
                return Refuse("dose-not-read", dose.GetRawText());
            if (unit.Length == 0)
                return Refuse("dose-without-unit", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (!(number > 0))
                return Refuse("dose-not-positive", dose.GetRawText());
            return WithUnit(number, unit);
        }

        private (Amount?, HowOften?) Dose(string written)
        {
            var (daily, perDay) = RateIn(written);
            var (reading, amount) = units.Read(daily);
            return reading switch
            {
                DoseReading.Read when units.IsAbsurd(amount) => Refuse("dose-absurd", written),
                DoseReading.Read when amount.Value > 0 => (amount, perDay),
                DoseReading.Read => Refuse("dose-not-positive", written),
                DoseReading.NoUnit => Refuse("dose-without-unit", written),
                DoseReading.UnknownUnit => Refuse("dose-unknown-unit", written),
                _ => Refuse("dose-not-read", written),
            };
        }

        private (Amount?, HowOften?) WithUnit(double number, string unit)
        {
            var (plain, perDay) = RateIn(unit);
            return units.CodeOf(plain) is { } code
                ? units.IsAbsurd(new Amount(number, code))
                    ? Refuse("dose-absurd", $"{number} {unit}")
                    : (new Amount(number, code), perDay)
                : Refuse("dose-unknown-unit", $"{number} {unit}");
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
            var times = Number("times_per_day", MostTimesADay, "times-not-read");
            var every = Number("every_days", MostDaysApart, "every-not-read");
            var weekly = Number("times_per_week", MostTimesADay * DaysInWeek, "week-not-read");
            if (weekly is not null && (times ?? every) is not null)
                Refuse("two-rates", $"times_per_week {weekly}");
            else if (weekly is { } w)
                return w > DaysInWeek ? new HowOften(w / DaysInWeek, 1) : new HowOften(1, DaysInWeek / w);
            return times is null && every is null ? null : new HowOften(times, every);
        }

        private double? Number(string field, double most, string refusal)
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
                Refuse("day-ahead", Text("since")!);
                since = null;
            }
            if (until < since)
                Refuse("days-crossed", $"{Text("since")}, {Text("until")}");
            return (since, until);
        }

        private LocalDate? Day(string field)
        {
            if (Text(field) is not { } written)
                return null;
            var day = LocalDatePattern.Iso.Parse(written.Length > 10 && written[10] == 'T' ? written[..10] : written);
            if (day.Success)
                return day.Value;
            Refuse("day-not-read", written);
            return null;
        }

        private string? Text(string field)
        {
            if (Value(field) is not { } value)
                return null;
            if (value.ValueKind == JsonValueKind.String)
                return string.IsNullOrWhiteSpace(value.GetString()) ? null : value.GetString()!.Trim();
            Refuse("not-a-text", $"{field}: {value.GetRawText()}");
            return null;
        }

        private bool Flag(string field)
        {
            if (Value(field) is not { } value)
                return false;
            if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
                return value.GetBoolean();
            Refuse("not-yes-or-no", $"{field}: {value.GetRawText()}");
            return false;
        }

        private JsonElement? Value(string field) =>
            _element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

        private static double? Number(JsonElement value) =>
            value.ValueKind switch
            {
                JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
                JsonValueKind.String
                    when double.TryParse(
                        value.GetString(),
                        System.Globalization.NumberStyles.Float,
                        System.Globalization.CultureInfo.InvariantCulture,
                        out var number
                    ) && double.IsFinite(number) => number,
                _ => null,
            };

        private (Amount?, HowOften?) Refuse(string reason, string value)
        {
            Refused.Add(new Refusal(_entry, _name, reason, value.Length > 80 ? value[..80] : value));
            return default;
        }

        private readonly record struct HowOften(double? TimesPerDay, double? EveryDays);
    }
}
