using System.Text.Json;
using NodaTime;

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
            return Read(document.RootElement, new MedicineListReader(units, on));
        }
        catch (JsonException e)
        {
            throw new FormatException($"line {e.LineNumber + 1}: this is not JSON", e);
        }
    }

    private static MedicineList Read(JsonElement list, MedicineListReader reader)
    {
        if (list.ValueKind != JsonValueKind.Array)
            throw new FormatException("a list of medicines was expected: [{\"name\": …}, …]");
        var entry = 0;
        foreach (var element in list.EnumerateArray())
            reader.Read(element, ++entry);
        return new MedicineList(reader.Medicines, reader.Refused);
    }
}
