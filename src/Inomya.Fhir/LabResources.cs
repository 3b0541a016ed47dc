using System.Globalization;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Inomya.Importing;
using Inomya.Laboratory;
using NodaTime;

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

    private static readonly JsonSerializerOptions Lenient = new JsonSerializerOptions()
        .ForFhir(ModelInfo.ModelInspector)
        .UsingMode(DeserializationMode.Ostrich);

    /// <param name="today">The person's day.</param>
    /// <exception cref="ImportException">It is no such FHIR, too large, or about several patients.</exception>
    public static ImportReading Read(Stream file, LabTests tests, LocalDate today, CancellationToken stop = default)
    {
        if (file.Length > MaxBytes)
            throw new ImportException(
                ImportProblem.TooLargeFhir,
                (MaxBytes >> 20).ToString(CultureInfo.InvariantCulture)
            );
        var resources = Flat(Parse(file)).ToList();
        RefuseSeveralPatients(resources);
        var reader = new LabResultReader(tests, today, resources);
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

    private static void RefuseSeveralPatients(IEnumerable<PlacedResource> resources)
    {
        var patients = resources.Select(r => SubjectOf(r.Resource)).OfType<string>().Distinct().Count();
        if (patients > 1)
            throw new ImportException(ImportProblem.SeveralPatients, patients.ToString(CultureInfo.InvariantCulture));
    }

    private static string? SubjectOf(Resource resource) =>
        resource switch
        {
            Observation observation => observation.Subject?.Reference,
            DiagnosticReport report => report.Subject?.Reference,
            _ => null,
        };

    private static Resource Parse(Stream file)
    {
        try
        {
            return
                JsonSerializer.Deserialize<Resource>(file, Lenient)
                    is { } read
                        and (Bundle or DiagnosticReport or Observation)
                ? read
                : throw new ImportException(ImportProblem.NotFhir);
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
            throw new ImportException(ImportProblem.NotFhir);
        }
    }

    /// <summary>Every resource with its place, and after it what it contains.</summary>
    private static IEnumerable<PlacedResource> Flat(Resource root)
    {
        IEnumerable<PlacedResource> entries = root is Bundle bundle
            ? bundle
                .Entry.Index()
                .Where(e => e.Item.Resource is not null)
                .Select(e => new PlacedResource(e.Index + 1, e.Item.Resource!, e.Item.FullUrl))
            : [new PlacedResource(1, root, null)];
        return entries.SelectMany(WithContained);
    }

    private static IEnumerable<PlacedResource> WithContained(PlacedResource entry) =>
        entry.Resource is DomainResource holder
            ? holder
                .Contained.OfType<Resource>()
                .Select(c => new PlacedResource(entry.Place, c, $"#{c.Id}"))
                .Prepend(entry)
            : [entry];
}
