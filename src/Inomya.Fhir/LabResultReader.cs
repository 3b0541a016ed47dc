using System.Globalization;
using Hl7.Fhir.Model;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Fhir;

/// <summary>Makes results of the observations of one file, and says why one is none.</summary>
/// <param name="today">The date where the person is.</param>
internal sealed class LabResultReader(LabTests tests, LocalDate today, DayClock days, FhirFile file)
{
    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _passedOver = new(StringComparer.Ordinal);
    private readonly LabPerson _person = LabPerson.Of(FhirPeople.RecordIn(file));
    private readonly Dictionary<Resource, DiagnosticReport> _reports = ReportsOf(file);
    private readonly DecimalMarks _marks = DecimalMarks.ShownIn(TextsOf(file), ",");

    public List<LabResult> Facts { get; } = [];
    public List<RefusedRow> Refused { get; } = [];
    public int Rows { get; private set; }

    /// <summary>What is no laboratory result, by what it is called, with how often it is there.</summary>
    public IReadOnlyDictionary<string, int> PassedOver => _passedOver;

    public void Take(PlacedResource placed)
    {
        if (placed.Resource is not Observation observation)
            return;
        var holder = new LabHolder(placed.Holder as DiagnosticReport ?? _reports.GetValueOrDefault(observation));
        var name = LabObservation.Cut(LabObservation.NameOf(observation.Code));
        if (IsOfOtherKind(observation, holder))
        {
            _passedOver[name] = _passedOver.GetValueOrDefault(name) + 1;
            return;
        }
        Rows++;
        var found = new Found(placed, observation, holder, LabObservation.TimeOf(observation, holder));
        if (WhyRefused(found, name) is { } why)
            Refused.Add(new RefusedRow(placed.Place, why, name));
        // a panel that only groups other observations has no value of its own
        else if (!AddValues(found) && observation.HasMember.Count == 0)
            Refused.Add(new RefusedRow(placed.Place, RefusalReason.NoValue, name));
    }

    /// <summary>Every text of the file that is a value or a range.</summary>
    private static IEnumerable<string> TextsOf(FhirFile file) =>
        from observation in file.All.Select(p => p.Resource).OfType<Observation>()
        from text in observation
            .Component.Select(c => c.Value)
            .Prepend(observation.Value)
            .OfType<FhirString>()
            .Select(s => s.Value)
            .Concat(observation.ReferenceRange.Select(r => r.Text))
            .Concat(observation.Component.SelectMany(c => c.ReferenceRange).Select(r => r.Text))
        where text is not null
        select text;

    /// <summary>A report gives its day, specimen and laboratory to the results it names.</summary>
    private static Dictionary<Resource, DiagnosticReport> ReportsOf(FhirFile file)
    {
        var reports = new Dictionary<Resource, DiagnosticReport>(ReferenceEqualityComparer.Instance);
        foreach (var placed in file.All)
            if (placed.Resource is DiagnosticReport report)
                foreach (var result in report.Result)
                    if (file.Find(result.Reference, placed) is { } named)
                        reports.TryAdd(named, report);
        return reports;
    }

    /// <summary>It says what it is, or its report does, and that is no laboratory result.</summary>
    private bool IsOfOtherKind(Observation observation, LabHolder holder)
    {
        if (LabCategory.IsLaboratory(observation.Category) || holder.IsLaboratory)
            return false;
        if (!LabCategory.IsOfOtherKind(observation.Category) && !holder.IsOfOtherKind)
            return false;
        return tests.Of(LabObservation.CodeOf(observation.Code), "") is null;
    }

    private RefusalReason? WhyRefused(Found found, string name) =>
        found.Observation.Status is ObservationStatus.EnteredInError or ObservationStatus.Cancelled
        || found.Holder.IsWithdrawn
            ? RefusalReason.Withdrawn
        : LabObservation.DayOf(found.Time, days) is not { } day ? RefusalReason.DayNotExact
        : day > today ? RefusalReason.DayToCome
        : name.Length == 0 ? RefusalReason.NoTest
        : null;

    /// <summary>Adds the value of the observation and those of its parts; false where it has none at all.</summary>
    private bool AddValues(Found found)
    {
        var observation = found.Observation;
        var taken = Add(found, new Measured(observation.Code, observation.Value, observation.ReferenceRange, Part: ""));
        foreach (var part in observation.Component)
        {
            var name = LabObservation.NameOf(part.Code);
            var measured = new Measured(
                part.Code,
                part.Value,
                part.ReferenceRange,
                LabObservation.CodeOf(part.Code) ?? name
            );
            if (name.Length == 0 || !Add(found, measured))
                Refused.Add(new RefusedRow(found.Placed.Place, RefusalReason.NoValue, LabObservation.Cut(name)));
            taken = true;
        }
        return taken;
    }

    private bool Add(Found found, Measured measured)
    {
        var value = LabValue.Of(measured.Value, _marks);
        if (value.IsNone)
            return false;
        Facts.Add(ResultOf(found, measured, value));
        return true;
    }

    private LabResult ResultOf(Found found, Measured measured, LabValue value)
    {
        var (name, loinc) = (LabObservation.NameOf(measured.Code), LabObservation.CodeOf(measured.Code));
        var specimen = LabSpecimen.Of(file, found.Placed, found.Observation, found.Holder);
        var isBlood = specimen.MayBeBlood(tests);
        var known = loinc is null && !isBlood ? null : tests.Of(loinc, name);
        var day = LabObservation.DayOf(found.Time, days)!.Value;
        var unit = UcumOf(value.Unit, known);
        var range = LabRange.Of(measured.Ranges, unit, known, _person, day, _marks);
        var own = OwnLabResult.Of(found.Observation);
        return new LabResult
        {
            Id = own?.Id ?? IdOf(found, loinc ?? name, specimen, measured.Part),
            Test = own?.Test ?? known?.Id ?? LabObservation.Cut(isBlood ? name : $"{name} ({specimen.Name})"),
            Loinc = loinc,
            Day = day,
            Value = value.Number,
            Comparator = value.Comparator,
            Text = value.Text,
            IsPreliminary = IsPreliminary(found),
            Unit = unit,
            RangeLow = range.Low,
            RangeHigh = range.High,
            Lab = LabOf(found),
            Source = own?.Source ?? LabResources.Format,
        };
    }

    private static bool IsPreliminary(Found found) =>
        found.Observation.Status is ObservationStatus.Preliminary or ObservationStatus.Registered
        || found.Holder.IsPreliminary;

    private static string? UcumOf(string? unit, LabTest? test) =>
        unit is null ? null : (test?.UnitOf(unit) ?? LabUnit.Parse(unit))?.Code ?? unit;

    /// <summary>
    /// The same for the same result in the next file. An identifier may be of a whole order, an id of one server or one
    /// report only: so it is who made it, in which report, what, when and of what, and the how manyth of those.
    /// </summary>
    private Guid IdOf(Found found, string code, LabSpecimen specimen, string part)
    {
        var identifier = found.Observation.Identifier.FirstOrDefault(i => i.Value is not null);
        string[] place =
        [
            found.Placed.Server ?? found.Observation.Meta?.Source ?? LabOf(found) ?? "",
            found.Holder.Identity,
            identifier is null ? found.Observation.Id ?? "" : $"{identifier.System}|{identifier.Value}",
            LabObservation.NameOf(found.Observation.Code),
            code,
            found.Time!,
            specimen.Name,
            part,
        ];
        var key = string.Join('\n', place);
        var times = _times[key] = _times.GetValueOrDefault(key) + 1;
        return Recorded.ImportId(LabResources.Format, [.. place, times.ToString(CultureInfo.InvariantCulture)]);
    }

    private string? LabOf(Found found)
    {
        var performer = found.Observation.Performer.FirstOrDefault() ?? found.Holder.Performer;
        if (performer?.Display is { Length: > 0 } display)
            return LabObservation.Cut(display);
        return file.Find(performer?.Reference, found.Placed) is Organization { Name: { } name }
            ? LabObservation.Cut(name)
            : null;
    }

    /// <summary>An observation where it was found.</summary>
    /// <param name="Time">When it was, as it is written; null where nothing says so.</param>
    private sealed record Found(PlacedResource Placed, Observation Observation, LabHolder Holder, string? Time);

    /// <summary>One value of an observation: its own, or that of one of its parts.</summary>
    /// <param name="Part">Which part; empty for its own.</param>
    private sealed record Measured(
        CodeableConcept Code,
        DataType? Value,
        List<Observation.ReferenceRangeComponent> Ranges,
        string Part
    );
}
