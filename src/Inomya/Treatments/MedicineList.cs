using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Treatments;

/// <summary>A list of medicines read from JSON, and what of it could not be read.</summary>
/// <param name="Medicines">Every entry with a name. An entry whose dose was refused stays, without the dose: it still counts in combinations.</param>
public sealed record MedicineList(IReadOnlyList<Medicine> Medicines, IReadOnlyList<Refusal> Refused)
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads the input of `inomya medicines check`.</summary>
    /// <exception cref="FormatException">It is not a JSON array.</exception>
    public static MedicineList Read(Stream json, DoseUnits units)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                throw new FormatException("a list of medicines was expected: [{\"name\": …}, …]");
            var reader = new Reader(units);
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

    private sealed class Reader(DoseUnits units)
    {
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

            var (dose, perDay) = Dose();
            Medicines.Add(
                new Medicine
                {
                    Name = _name,
                    Entry = entry,
                    Product = Text("product"),
                    Route = Text("route"),
                    Dose = dose,
                    TimesPerDay = TimesPerDay() ?? perDay,
                    AsNeeded = Flag("as_needed"),
                    Since = Day("since"),
                    Until = Day("until"),
                    For = Text("for"),
                }
            );
        }

        private (Amount? Dose, double? TimesPerDay) Dose()
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

        private (Amount?, double?) Dose(string written)
        {
            var (daily, perDay) = PerDay(written);
            var (reading, amount) = units.Read(daily);
            return reading switch
            {
                DoseReading.Read when amount.Value > 0 => (amount, perDay),
                DoseReading.Read => Refuse("dose-not-positive", written),
                DoseReading.NoUnit => Refuse("dose-without-unit", written),
                DoseReading.UnknownUnit => Refuse("dose-unknown-unit", written),
                _ => Refuse("dose-not-read", written),
            };
        }

        private (Amount?, double?) WithUnit(double number, string unit)
        {
            var (plain, perDay) = PerDay(unit);
            return units.CodeOf(plain) is { } code
                ? (new Amount(number, code), perDay)
                : Refuse("dose-unknown-unit", $"{number} {unit}");
        }

        /// <summary>"mg/day" is a dose once a day.</summary>
        private static (string Plain, double? TimesPerDay) PerDay(string written)
        {
            foreach (var end in (string[])["/day", "/d", " per day", " daily", " a day"])
                if (written.TrimEnd().EndsWith(end, StringComparison.OrdinalIgnoreCase))
                    return (written.TrimEnd()[..^end.Length], 1);
            return (written, null);
        }

        private double? TimesPerDay()
        {
            if (Value("times_per_day") is not { } given)
                return null;
            if (Number(given) is { } times and > 0 and <= 48)
                return times;
            Refuse("times-not-read", given.GetRawText());
            return null;
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

        private (Amount?, double?) Refuse(string reason, string value)
        {
            Refused.Add(new Refusal(_entry, _name, reason, value.Length > 80 ? value[..80] : value));
            return default;
        }
    }
}

/// <summary>A part of a list that could not be used.</summary>
/// <param name="Entry">Its place in the list, from 1.</param>
/// <param name="Name">The name of the entry, where it has one.</param>
/// <param name="Reason">Last part of the locale key safety.refused.REASON.</param>
/// <param name="Value">What was refused, as written.</param>
public sealed record Refusal(int Entry, string? Name, string Reason, string Value);
