using System.Globalization;
using Hl7.Fhir.Model;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Fhir;

/// <summary>Makes results of the observations of one file, and says why one is none.</summary>
/// <param name="all">Everything in the file: an observation may name another resource of it.</param>
internal sealed class LabResultReader(LabTests tests, LocalDate today, IReadOnlyList<PlacedResource> all)
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
        var name = LabObservation.NameOf(observation.Code);
        if (WhyRefused(observation) is { } why)
            Refused.Add(new RefusedRow(place, why, name));
        // a panel that only groups other observations has no value of its own
        else if (!AddValues(observation) && observation.HasMember.Count == 0)
            Refused.Add(new RefusedRow(place, RefusalReason.NoValue, name));
    }

    /// <summary>It says what it is, and that is no laboratory result.</summary>
    private bool IsOfOtherKind(Observation observation)
    {
        var categories = observation.Category.SelectMany(c => c.Coding).Select(c => c.Code).OfType<string>().ToList();
        return categories.Count > 0
            && !categories.Contains("laboratory")
            && tests.Of(LabObservation.CodeOf(observation.Code), "") is null;
    }

    private RefusalReason? WhyRefused(Observation observation) =>
        observation.Status is ObservationStatus.EnteredInError or ObservationStatus.Cancelled ? RefusalReason.Withdrawn
        : LabObservation.DayOf(observation) is not { } day ? RefusalReason.DayNotExact
        : day > today ? RefusalReason.DayToCome
        : LabObservation.NameOf(observation.Code).Length == 0 ? RefusalReason.NoTest
        : null;

    /// <summary>Adds the value of the observation and those of its parts; false where it has none.</summary>
    private bool AddValues(Observation observation)
    {
        var taken = Add(
            observation,
            new Measured(observation.Code, observation.Value, observation.ReferenceRange, Part: "")
        );
        foreach (var part in observation.Component)
            if (LabObservation.NameOf(part.Code) is { Length: > 0 } name)
                taken |= Add(
                    observation,
                    new Measured(part.Code, part.Value, part.ReferenceRange, LabObservation.CodeOf(part.Code) ?? name)
                );
        return taken;
    }

    private bool Add(Observation observation, Measured measured)
    {
        var value = LabValue.Of(measured.Value);
        if (value.IsNone)
            return false;
        Facts.Add(ResultOf(observation, measured, value));
        return true;
    }

    private LabResult ResultOf(Observation observation, Measured measured, LabValue value)
    {
        var (name, loinc) = (LabObservation.NameOf(measured.Code), LabObservation.CodeOf(measured.Code));
        var day = LabObservation.DayOf(observation)!.Value;
        var known = tests.Of(loinc, name);
        var unit = UcumOf(value.Unit, known);
        var range = LabRange.Of(measured.Ranges, unit, known);
        return new LabResult
        {
            Id = Recorded.ImportId(LabResources.Format, IdentityOf(observation, loinc ?? name, day), measured.Part),
            Test = known?.Id ?? LabObservation.Cut(name),
            Loinc = loinc,
            Day = day,
            Value = value.Number,
            Comparator = value.Comparator,
            Text = value.Text,
            Unit = unit,
            RangeLow = range.Low,
            RangeHigh = range.High,
            Lab = LabOf(observation),
            Source = LabResources.Format,
        };
    }

    private static string? UcumOf(string? unit, LabTest? test) =>
        unit is null ? null : (test?.UnitOf(unit) ?? LabUnit.Parse(unit))?.Code ?? unit;

    /// <summary>
    /// What makes the observation the same in the next file: its identifier, its id, or what, when and the how manyth.
    /// </summary>
    private string IdentityOf(Observation observation, string code, LocalDate day)
    {
        if (observation.Identifier.FirstOrDefault(i => i.Value is not null) is { } identifier)
            return $"{identifier.System}|{identifier.Value}";
        return observation.Id is { Length: > 0 } id
            ? id
            : Counted(string.Create(CultureInfo.InvariantCulture, $"{code}\n{day:uuuu-MM-dd}"));
    }

    private string Counted(string identity) =>
        $"{identity}\n{_times[identity] = _times.GetValueOrDefault(identity) + 1}";

    private string? LabOf(Observation observation)
    {
        var performer = observation.Performer.FirstOrDefault();
        if (performer?.Display is { Length: > 0 } display)
            return LabObservation.Cut(display);
        return performer?.Reference is { } reference && Find(reference) is Organization { Name: { } name }
            ? LabObservation.Cut(name)
            : null;
    }

    private Resource? Find(string reference) =>
        all.FirstOrDefault(r => r.Url == reference || $"{r.Resource.TypeName}/{r.Resource.Id}" == reference)?.Resource;

    /// <summary>One value of an observation: its own, or that of one of its parts.</summary>
    /// <param name="Part">Which part; empty for its own.</param>
    private sealed record Measured(
        CodeableConcept Code,
        DataType? Value,
        List<Observation.ReferenceRangeComponent> Ranges,
        string Part
    );
}
