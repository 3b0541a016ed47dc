using System.Globalization;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Laboratory;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Fhir;

/// <summary>
/// Reads laboratory results from FHIR R4 JSON: a Bundle, a DiagnosticReport with what it contains, or one Observation.
/// </summary>
/// <remarks>
/// Reads only, in bounds. An observation of another kind (vital signs, survey) is passed over; one that should be a
/// result and is none is refused with its place in the bundle, counted from 1. A file about two patients is refused
/// whole.
/// </remarks>
public static class LabResources
{
    public const string Format = "lab-fhir";

    /// <summary>Bytes of JSON: more than any portal writes for one person.</summary>
    public const int MaxBytes = 32 << 20;

    private const string LoincSystem = "http://loinc.org";
    private const int MostText = 200;
    private static readonly JsonSerializerOptions Lenient = new JsonSerializerOptions()
        .ForFhir(ModelInfo.ModelInspector)
        .UsingMode(DeserializationMode.Ostrich);

    /// <param name="today">The person's day.</param>
    /// <exception cref="ImportException">It is no such FHIR, too large, or about several patients.</exception>
    public static ImportReading Read(Stream file, LabTests tests, LocalDate today, CancellationToken stop = default)
    {
        if (file.Length > MaxBytes)
            throw new ImportException("too-large-fhir", (MaxBytes >> 20).ToString(CultureInfo.InvariantCulture));
        var resources = Flat(Parse(file)).ToList();
        var patients = resources
            .Select(r =>
                r.Resource is Observation o ? o.Subject?.Reference
                : r.Resource is DiagnosticReport d ? d.Subject?.Reference
                : null
            )
            .OfType<string>()
            .Distinct()
            .Count();
        if (patients > 1)
            throw new ImportException("several-patients", patients.ToString(CultureInfo.InvariantCulture));
        var reader = new Reader(tests, today, resources);
        foreach (var (place, resource, _) in resources)
        {
            stop.ThrowIfCancellationRequested();
            if (resource is Observation observation)
                reader.Take(place, observation);
        }
        return new ImportReading
        {
            Format = Format,
            Rows = reader.Rows,
            Facts = reader.Facts,
            Refused = reader.Refused,
        };
    }

    private static Resource Parse(Stream file)
    {
        try
        {
            return
                JsonSerializer.Deserialize<Resource>(file, Lenient)
                    is { } read
                        and (Bundle or DiagnosticReport or Observation)
                ? read
                : throw new ImportException("not-fhir");
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or DeserializationFailedException
                        or NotSupportedException
                        or InvalidOperationException
                        or FormatException
            )
        {
            throw new ImportException("not-fhir");
        }
    }

    /// <summary>
    /// Every resource with its place: the entry of the bundle, or 1; what a resource contains has the place of its
    /// holder.
    /// </summary>
    private static IEnumerable<(int Place, Resource Resource, string? Url)> Flat(Resource root)
    {
        var entries = root is Bundle bundle
            ? bundle.Entry.Select((e, i) => (Place: i + 1, e.Resource, Url: e.FullUrl))
            : [(1, root, null)];
        foreach (var (place, resource, url) in entries)
        {
            if (resource is null)
                continue;
            yield return (place, resource, url);
            if (resource is DomainResource holder)
                foreach (var contained in holder.Contained.OfType<Resource>())
                    yield return (place, contained, $"#{contained.Id}");
        }
    }

    private sealed class Reader(
        LabTests tests,
        LocalDate today,
        IReadOnlyList<(int Place, Resource Resource, string? Url)> all
    )
    {
        private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);

        public List<LabResult> Facts { get; } = [];
        public List<RefusedRow> Refused { get; } = [];
        public int Rows { get; private set; }

        public void Take(int place, Observation observation)
        {
            if (IsOfOtherKind(observation))
                return;
            Rows++;
            var name = NameOf(observation.Code);
            if (observation.Status is ObservationStatus.EnteredInError or ObservationStatus.Cancelled)
                Refuse(place, "withdrawn", name);
            else if (DayOf(observation) is not { } written)
                Refuse(place, "day-not-exact", name);
            else if (written > today)
                Refuse(place, "day-to-come", name);
            else if (name.Length == 0)
                Refuse(place, "no-test", "");
            else
            {
                var taken =
                    observation.Value is not null
                    && Add(observation, observation.Code, observation.Value, observation.ReferenceRange, written, "");
                foreach (var part in observation.Component)
                    if (part.Value is not null && NameOf(part.Code).Length > 0)
                        taken |= Add(
                            observation,
                            part.Code,
                            part.Value,
                            part.ReferenceRange,
                            written,
                            CodeOf(part.Code) ?? NameOf(part.Code)
                        );
                // a panel that only groups other observations has no value of its own
                if (!taken && observation.HasMember.Count == 0)
                    Refuse(place, "no-value", name);
            }
        }

        /// <summary>It says what it is, and that is no laboratory result.</summary>
        private bool IsOfOtherKind(Observation observation)
        {
            var categories = observation
                .Category.SelectMany(c => c.Coding)
                .Select(c => c.Code)
                .OfType<string>()
                .ToList();
            return categories.Count > 0
                && !categories.Contains("laboratory")
                && tests.Of(CodeOf(observation.Code), "") is null;
        }

        private bool Add(
            Observation observation,
            CodeableConcept code,
            DataType value,
            List<Observation.ReferenceRangeComponent> ranges,
            LocalDate day,
            string part
        )
        {
            var (number, comparator, text, unit) = Value(value);
            if (number is null && text is null)
                return false;
            var (name, loinc) = (NameOf(code), CodeOf(code));
            var known = tests.Of(loinc, name);
            var ucum = unit is null ? null : (known?.UnitOf(unit) ?? LabUnit.Parse(unit))?.Code ?? unit;
            var range = RangeOf(ranges, ucum, known);
            Facts.Add(
                new LabResult
                {
                    Id = Recorded.ImportId(Format, IdentityOf(observation, loinc ?? name, day), part),
                    Test = known?.Id ?? Cut(name),
                    Loinc = loinc,
                    Day = day,
                    Value = number,
                    Comparator = number is null ? null : comparator,
                    Text = text is null ? null : Cut(text),
                    Unit = ucum,
                    RangeLow = range.Low,
                    RangeHigh = range.High,
                    Lab = LabOf(observation),
                    Source = Format,
                }
            );
            return true;
        }

        /// <summary>
        /// What makes the observation the same in the next file: its identifier, its id, or what, when and the how
        /// manyth.
        /// </summary>
        private string IdentityOf(Observation observation, string code, LocalDate day)
        {
            if (observation.Identifier.FirstOrDefault(i => i.Value is not null) is { } identifier)
                return $"{identifier.System}|{identifier.Value}";
            if (observation.Id is { Length: > 0 } id)
                return id;
            var place = string.Create(CultureInfo.InvariantCulture, $"{code}\n{day:uuuu-MM-dd}");
            return $"{place}\n{_times[place] = _times.GetValueOrDefault(place) + 1}";
        }

        private string? LabOf(Observation observation)
        {
            var performer = observation.Performer.FirstOrDefault();
            if (performer?.Display is { Length: > 0 } display)
                return Cut(display);
            return
                performer?.Reference is { } reference
                && all.FirstOrDefault(r =>
                    r.Url == reference || $"{r.Resource.TypeName}/{r.Resource.Id}" == reference
                ).Resource
                    is Organization { Name: { } name }
                ? Cut(name)
                : null;
        }

        private void Refuse(int place, string why, string name) => Refused.Add(new RefusedRow(place, why, name));
    }

    private static string Cut(string text) => text.Length <= MostText ? text : text[..MostText];

    private static string NameOf(CodeableConcept? code) =>
        code?.Text ?? code?.Coding.Select(c => c.Display ?? c.Code).FirstOrDefault(d => d is not null) ?? "";

    private static string? CodeOf(CodeableConcept? code) =>
        code
            ?.Coding.Where(c => c.System == LoincSystem && c.Code is { } given && LoincCode.IsValid(given))
            .Select(c => c.Code)
            .FirstOrDefault();

    /// <summary>The day as written, in the zone it was written in; null where it is not exact to the day.</summary>
    private static LocalDate? DayOf(Observation observation)
    {
        var text = observation.Effective switch
        {
            FhirDateTime time => time.Value,
            Hl7.Fhir.Model.Period period => period.Start,
            Hl7.Fhir.Model.Instant instant => instant.JsonValue as string
                ?? instant.Value?.ToString("o", CultureInfo.InvariantCulture),
            _ => observation.Issued?.ToString("o", CultureInfo.InvariantCulture),
        };
        return text is { Length: >= 10 } && LocalDatePattern.Iso.Parse(text[..10]) is { Success: true, Value: var day }
            ? day
            : null;
    }

    private static (double? Number, string? Comparator, string? Text, string? Unit) Value(DataType value) =>
        value switch
        {
            Quantity { Value: { } number } quantity => (
                (double)number,
                SignOf(quantity.Comparator),
                null,
                quantity.Code ?? quantity.Unit
            ),
            Integer { Value: { } whole } => (whole, null, null, null),
            FhirString { Value: { Length: > 0 } text } => (null, null, text, null),
            CodeableConcept concept when NameOf(concept) is { Length: > 0 } text => (null, null, text, null),
            Ratio { Numerator.Value: { } above, Denominator.Value: { } below } => (
                null,
                null,
                string.Create(CultureInfo.InvariantCulture, $"{above}:{below}"),
                null
            ),
            FhirBoolean { Value: { } yes } => (null, null, yes ? "+" : "-", null),
            _ => (null, null, null, null),
        };

    private static string? SignOf(Quantity.QuantityComparator? comparator) =>
        comparator switch
        {
            Quantity.QuantityComparator.LessThan => "<",
            Quantity.QuantityComparator.LessOrEqual => "<=",
            Quantity.QuantityComparator.GreaterThan => ">",
            Quantity.QuantityComparator.GreaterOrEqual => ">=",
            _ => null,
        };

    /// <summary>
    /// The laboratory's range in the unit of the value; nothing where its unit is another that we cannot convert.
    /// </summary>
    private static (double? Low, double? High) RangeOf(
        List<Observation.ReferenceRangeComponent> ranges,
        string? unit,
        LabTest? test
    )
    {
        var range = ranges.FirstOrDefault(r => r.Type is null || r.Type.Coding.Any(c => c.Code == "normal"));
        if (range is null)
            return (null, null);
        if (range.Low is null && range.High is null)
            return
                range.Text is { } text
                && RangeText.Read(text, t =>
                    double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : null
                )
                    is { } read
                ? read
                : (null, null);
        var (low, high) = (End(range.Low), End(range.High));
        return low is null == (range.Low?.Value is null) && high is null == (range.High?.Value is null)
            ? (low, high)
            : (null, null);

        double? End(Quantity? end)
        {
            if (end?.Value is not { } value)
                return null;
            var own = end.Code ?? end.Unit;
            return own is null || own == unit
                ? (double)value
                : test?.Convert((double)value, own, unit)
                    ?? LabUnits.Convert((double)value, LabUnit.Parse(own), LabUnit.Parse(unit));
        }
    }
}
