using System.Text.Json;

namespace Inomya.Questionnaires;

/// <summary>Reads a FHIR Questionnaire of R4, STU3 or R5, whoever wrote it.</summary>
/// <remarks>
/// Bounded: a file that is too large, too deep or has too many items or options is refused before any work is done on
/// it, as is one whose conditions go in circles. An element it does not know is passed over, an item type it does not
/// know is refused. No expression runs here.
/// </remarks>
public static class FormReader
{
    /// <summary>Bytes of JSON.</summary>
    public const int MaxBytes = 4 << 20;

    /// <summary>Levels of JSON; an item takes two.</summary>
    public const int MaxDepth = 64;
    public const int MaxItems = 5_000;

    /// <summary>Options of all items together.</summary>
    public const int MaxOptions = 50_000;

    /// <summary>Characters of one expression.</summary>
    public const int MaxExpression = 4_000;

    private static readonly JsonDocumentOptions Bounds = new() { MaxDepth = MaxDepth };

    /// <exception cref="FormException">
    /// It is no R4 Questionnaire, too large, or contradicts itself; the place is named.
    /// </exception>
    /// <param name="shipped">Options of a value set by its address, for those that are not in the file.</param>
    public static Form Read(ReadOnlyMemory<byte> json, Func<string, IReadOnlyList<FormOption>?>? shipped = null)
    {
        if (json.Length > MaxBytes)
            throw new FormException("file", $"larger than {MaxBytes / (1 << 20)} MiB");
        try
        {
            using var document = JsonDocument.Parse(json, Bounds);
            return Read(document.RootElement, shipped);
        }
        catch (JsonException e)
        {
            throw new FormException($"line {e.LineNumber + 1}", e.Message);
        }
        catch (InvalidOperationException)
        {
            throw new FormException("file", "an element has another type than in FHIR R4");
        }
    }

    private static Form Read(JsonElement root, Func<string, IReadOnlyList<FormOption>?>? shipped)
    {
        if (!FhirJson.Is(root, "Questionnaire"))
            throw new FormException("file", "this is not a FHIR Questionnaire");
        OtherVersions.RefuseDstu2(root);
        var reading = new FormReading(root, shipped);
        var items = reading.Items(root, null);
        if (reading.Count == 0)
            throw new FormException("file", "it has no items");
        var form = new Form(
            FhirJson.Text(root, "url"),
            FhirJson.Text(root, "version"),
            FhirJson.Text(root, "title"),
            FhirJson.Text(root, "copyright"),
            items,
            reading.Variables(root, "file")
        )
        {
            Constraints = reading.Constraints(root, "file"),
            LaunchContext = FormReading.LaunchContext(root),
            Notices = reading.Notices,
        };
        ConditionOrder.Check(form);
        return form;
    }
}
