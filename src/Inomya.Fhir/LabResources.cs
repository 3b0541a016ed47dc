using System.Globalization;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
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

    /// <summary>The first sign that is no space or byte mark is a brace; or it is a clinical document of C-CDA.</summary>
    /// <param name="file">Can be read from the start again, and is left there.</param>
    public static bool Recognises(Stream file)
    {
        Span<byte> start = stackalloc byte[Looked];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return Ccda.Recognises(start[..read])
            || start[..read]
                .TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, 0x20, 0x0A, 0x0D, 0x09])
                .StartsWith("{"u8);
    }

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
        var file = FhirFile.Of(IsCcda(stream) ? Ccda.Read(stream) : Parse(stream));
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
}
