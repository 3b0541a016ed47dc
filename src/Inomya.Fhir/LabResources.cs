using System.Globalization;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Validation;
using Inomya.Importing;
using Inomya.Laboratory;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Fhir;

/// <summary>
/// Reads laboratory results from FHIR R4 JSON (a Bundle, a DiagnosticReport with what it contains, or one Observation), and from C-CDA.
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

    private const int Looked = 2048;

    private static readonly JsonSerializerOptions Lenient = new JsonSerializerOptions()
        .ForFhir(ModelInfo.ModelInspector)
        .UsingMode(DeserializationMode.Ostrich);

    /// <summary>
    /// The first sign that is no space or byte mark is a brace; or it is a list of resources; or a clinical document of
    /// C-CDA.
    /// </summary>
    /// <param name="file">Can be read from the start again, and is left there.</param>
    public static bool Recognises(Stream file)
    {
        Span<byte> start = stackalloc byte[Looked];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return Ccda.Recognises(start[..read]) || Trimmed(start[..read]).StartsWith("{"u8) || IsList(start[..read]);
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> start) =>
        start.TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, 0x20, 0x0A, 0x0D, 0x09]);

    /// <summary>Resources one after the other with no bundle around them, as some programs write them.</summary>
    private static bool IsList(ReadOnlySpan<byte> start) =>
        Trimmed(start).StartsWith("["u8) && start.IndexOf("\"resourceType\""u8) >= 0;

    /// <param name="today">The date where the person is: a later one has not come yet.</param>
    /// <param name="days">Where the person lived, for moments that are given with their zone.</param>
    /// <exception cref="ImportException">It is no such FHIR, too large, or about several patients.</exception>
    public static ImportReading Read(
        Stream stream,
        LabTests tests,
        LocalDate today,
        DayClock days,
        CancellationToken stop = default
    )
    {
        if (stream.Length > MaxBytes)
            throw new ImportException(
                ImportProblem.TooLargeFhir,
                (MaxBytes >> 20).ToString(CultureInfo.InvariantCulture)
            );
        return ReadFile(stream, file => Take(FhirFile.Of(file), tests, today, days, stop));
    }

    /// <summary>
    /// As R4, and where an element is not as R4 has it, once more as an older version. The SDK notices that only when the
    /// element is asked for.
    /// </summary>
    private static ImportReading ReadFile(Stream stream, Func<Resource, ImportReading> take)
    {
        if (IsCcda(stream))
            return take(Ccda.Read(stream));
        try
        {
            return take(Parse(stream));
        }
        catch (CodedValidationException)
        {
            stream.Position = 0;
            return ReadOlder(stream, take);
        }
    }

    private static ImportReading ReadOlder(Stream stream, Func<Resource, ImportReading> take)
    {
        try
        {
            return take(Parse(OlderRecords.AsR4(stream)));
        }
        catch (Exception e) when (e is CodedValidationException or JsonException or ArgumentException)
        {
            throw new ImportException(ImportProblem.NotFhir);
        }
    }

    private static ImportReading Take(
        FhirFile file,
        LabTests tests,
        LocalDate today,
        DayClock days,
        CancellationToken stop
    )
    {
        if (FhirPeople.Of(file) is { Count: > 1 } people)
            throw new ImportException(ImportProblem.SeveralPatients, string.Join(", ", people));
        var reader = new LabResultReader(tests, today, days, file);
        foreach (var placed in file.All)
        {
            stop.ThrowIfCancellationRequested();
            reader.Take(placed);
        }
        return new ImportReading
        {
            Format = Format,
            Rows = reader.Rows,
            Facts = reader.Facts,
            Refused = reader.Refused,
            PassedOver = reader.PassedOver,
        };
    }

    private static bool IsCcda(Stream file)
    {
        Span<byte> start = stackalloc byte[Looked];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return Ccda.Recognises(start[..read]);
    }

    private static Resource Parse(Stream file)
    {
        try
        {
            return
                JsonSerializer.Deserialize<Resource>(AsBundle(file), Lenient)
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

    /// <summary>A list of resources as the bundle that it means; anything else as it is.</summary>
    private static Stream AsBundle(Stream file)
    {
        if (!IsList(file))
            return file;
        using var list = JsonDocument.Parse(file);
        var bundle = new MemoryStream();
        using (var json = new Utf8JsonWriter(bundle))
            WriteBundle(json, list.RootElement);
        bundle.Position = 0;
        return bundle;
    }

    private static bool IsList(Stream file)
    {
        Span<byte> start = stackalloc byte[Looked];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return IsList(start[..read]);
    }

    private static void WriteBundle(Utf8JsonWriter json, JsonElement list)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "collection");
        json.WriteStartArray("entry");
        foreach (var resource in list.EnumerateArray())
        {
            json.WriteStartObject();
            json.WritePropertyName("resource");
            resource.WriteTo(json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
